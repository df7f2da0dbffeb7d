/* softmax.h: from as many logits as there are answers to probabilities, and
   to what they cost. */
#pragma once

/* The probabilities p[k] = e^z[k] / sum of all e^z, for n logits; each in
   [0, 1]. Returns the loss -log p[right], the cross-entropy of the one
   right answer, worked out from the logits: never below 0, and finite for
   finite ones, unless it is itself beyond the largest double. A NaN or plus
   infinity among the logits makes it a NaN, and so does minus infinity for
   all. p is another array than z (Bridle, "Probabilistic
   interpretation of feedforward classification network outputs", 1990). */
double softmax_loss(const double z[], int n, int right, double p[]);

/* Its derivatives by the logits, from the probabilities: p - y, where y is
   1 at the right answer and 0 elsewhere. p and dL_dz may be one array. */
void softmax_loss_slope(const double p[], int n, int right, double dL_dz[]);
