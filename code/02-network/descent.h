/* descent.h: gradient descent on the network, by the batch or by the
   row. */
#pragma once

#include "run.h"

/* What a step is made of, and what --method calls it, in the same order. */
typedef enum {
    METHOD_GD,      /* one step an epoch, all rows summed */
    METHOD_SGD,     /* one step a row, in order */
    METHOD_SHUFFLED /* one step a row, in a new order each epoch */
} method_kind;
extern const char method_words[];

typedef struct {
    method_kind method;
    double lr; /* the learning rate, above 0 */
} descent;

/* The steps of one epoch of the run, each along what backward takes for
   the gradient. Draws from the run's stream for METHOD_SHUFFLED. */
void descent_epoch(const descent *d, backward_function backward,
                   const void *how, run *r);

/* Trains to the end of the run; how is a descent. */
void descent_train(const void *how, run *r);
