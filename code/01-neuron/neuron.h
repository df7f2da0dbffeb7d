/* neuron.h: one sigmoid neuron with one input, forward and backward.
   Everything is a double without a unit. Nothing here fails; a NaN that
   goes in comes out. */
#pragma once

/* The neuron: z = w x + b, yhat = sigmoid(z). A gradient of the loss has a
   number for each of these, so it is a neuron too. */
typedef struct {
    double w, b;
} neuron;

/* One input and the answer wanted for it, the target. */
typedef struct {
    double x, y;
} sample;

/* What the forward pass computes, in order; yhat is in [0, 1]. */
typedef struct {
    double z, yhat, loss;
} neuron_pass;

/* The sigmoid 1 / (1 + e^-z). Between 0 and 1 for every real z; rounds to
   1 from about z = 36.7 and to 0 below about z = -709.8. */
double sigmoid(double z);

/* The loss L = (yhat - y)^2 / 2 of one prediction. */
double half_square(double yhat, double y);

/* The pass from the parameters to that loss. */
neuron_pass neuron_forward(const neuron *n, const sample *s);

/* The slope of the sigmoid, a (1 - a), from its output a = sigmoid(z) and
   not from z. In [0, 1/4]. */
double sigmoid_prime_from_output(double a);

/* The local slopes of one pass, and their products. */
typedef struct {
    double dL_dyhat, dyhat_dz, dz_dw, dz_db; /* local */
    double dL_dz, dL_dw, dL_db;              /* by the chain rule */
} slopes;

/* The pass back from the loss to the parameters: the derivative of the
   loss by each, at the point where the forward pass f went through. */
slopes neuron_backward(const sample *s, const neuron_pass *f);

/* One step of gradient descent: each parameter moves against its slope,
   by the learning rate lr times that slope. */
void neuron_step(neuron *n, const neuron *gradient, double lr);

/* Training on one sample: so many times there, back and one step. */
void neuron_train(neuron *n, const sample *s, double lr, long steps);
