/* two_outputs.h: a 2-2-2 network, in which a hidden unit reaches the loss
   by two paths, and the worked example that made it known (Matt Mazur,
   "A Step by Step Backpropagation Example", 2015). */
#pragma once

#include <stdbool.h>

/* The parameters; a gradient has the same type. */
typedef struct {
    double W1[2][2]; /* 2x2, from input i to hidden unit j */
    double b1[2];    /* 1x2 */
    double W2[2][2]; /* 2x2, from hidden unit j to output k */
    double b2[2];    /* 1x2 */
} two_outputs;

/* One row: two inputs and two targets. */
typedef struct {
    double x[2], y[2];
} two_sample;

/* What the forward pass of one row computes: h = sigmoid(x W1 + b1) and
   yhat = sigmoid(h W2 + b2); loss is half the sum of squares. */
typedef struct {
    double h[2], yhat[2], loss;
} two_outputs_pass;

two_outputs_pass two_outputs_forward(const two_outputs *net,
                                     const two_sample *s);

/* The gradient of the loss at the point where the pass p went through. */
two_outputs two_outputs_backward(const two_outputs *net,
                                 const two_sample *s,
                                 const two_outputs_pass *p);

/* Mazur's network and his sample. */
two_outputs mazur_network(void);
two_sample mazur_sample(void);

/* One step on the weights alone, as in his article, which leaves the
   biases as they are. With W2_first the article's order: W2 is updated
   before the gradient of W1 is worked out, and through the new W2. */
void mazur_step(two_outputs *net, const two_sample *s, double lr,
                bool W2_first);
