/* descent.h: gradient descent on the network, by the batch or by the
   row. */
#pragma once

#include "clinic.h"
#include "plumbing/random.h"

#include <stdbool.h>

/* What a step is made of, in the order of --method. */
typedef enum {
    METHOD_GD,      /* one step an epoch, all rows summed */
    METHOD_SGD,     /* one step a row, in order */
    METHOD_SHUFFLED /* one step a row, in a new order each epoch */
} method_kind;

typedef struct {
    method_kind method;
    bug_kind bug; /* BUG_NONE: the right gradient */
    double lr;    /* the learning rate, above 0 */
} descent;

/* The gradient of half_squares that descent follows, right or wrong. */
void descent_gradient(const descent *d, const network *net,
                      const batch *rows, network *gradient);

/* One epoch. Draws from the stream if the method is METHOD_SHUFFLED. */
void descent_epoch(const descent *d, network *net, const batch *rows,
                   random_stream *stream);

/* The loss of the network. */
double network_loss(loss_function loss, const network *net,
                    const batch *rows);

/* True if no parameter is infinite or NaN. */
bool network_is_finite(const network *net);

/* How many rows have their prediction on the side of 1/2 where the target
   is. */
int rows_right(const batch *rows, const network_pass *p);

/* True if every prediction is within 0.1 of its target. */
bool network_solves(const network *net, const batch *rows);
