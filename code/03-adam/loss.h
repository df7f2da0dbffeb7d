/* loss.h: binary cross-entropy, the loss of a sigmoid that answers yes or
   no. */
#pragma once

#include "02-network/network.h"

/* The losses, and what --loss calls them, in the same order. */
typedef enum {
    LOSS_HALF, /* half_squares, of chapter 2 */
    LOSS_BCE   /* mean_cross_entropy */
} loss_kind;
extern const char loss_words[];

/* The cross-entropy -(y log yhat + (1 - y) log(1 - yhat)) of one row, with
   yhat = sigmoid(z), worked out from the logit z and not from yhat, so
   that no finite z makes it infinite. y is in [0, 1]. Not below 0. */
double cross_entropy(double z, double y);

/* The loss L = the mean of the cross-entropies of the rows, which Keras
   calls binary_crossentropy; a loss_function. */
double mean_cross_entropy(const batch *rows, const network_pass *p,
                          double dL_dz2[ROWS]);
