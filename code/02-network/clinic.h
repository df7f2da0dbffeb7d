/* clinic.h: the backward pass as it is often written, with one bug. */
#pragma once

#include "descent.h"

/* The bugs, and what --bug calls them, in the same order. */
typedef enum {
    BUG_NONE,
    BUG_W2_FIRST,        /* W2 is updated before the hidden deltas use it */
    BUG_MEAN_BIAS,       /* biases averaged over the rows, weights summed */
    BUG_NO_BIAS,         /* biases never updated */
    BUG_NO_PRIME_OUTPUT, /* sigmoid' left out at the output */
    BUG_NO_PRIME_HIDDEN, /* sigmoid' left out in the hidden layer */
    BUG_PRIME_TWICE,     /* sigmoid(a) (1 - sigmoid(a)) for a (1 - a) */
    BUG_PRIME_OF_Z,      /* z (1 - z) for a (1 - a) */
    BUG_NO_W2            /* W2 left out of the hidden deltas */
} bug_kind;
extern const char bug_words[];

/* Gradient descent as somebody wrote it. */
typedef struct {
    descent by;
    bug_kind bug;
} bugged_descent;

/* What that code takes for the gradient of half_squares, whose slope it
   works out for itself; how is a bugged_descent. Its learning rate
   matters only to BUG_W2_FIRST, which makes a step too early. */
void clinic_backward(const void *how, const network *net, const batch *rows,
                     const network_pass *p, const double dL_dz2[ROWS],
                     network *gradient);

/* Trains to the end of the run; how is a bugged_descent. */
void clinic_train(const void *how, run *r);
