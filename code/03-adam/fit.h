/* fit.h: how a network is trained: with which loss and by which steps. */
#pragma once

#include "02-network/descent.h"
#include "loss.h"
#include "optimizer.h"

typedef struct {
    loss_function loss;
    optimizer how;
} fit;

/* What Keras's compile chooses for loss='binary_crossentropy' and
   optimizer='adam': lr 0.001, beta1 0.9, beta2 0.999, epsilon 1e-7. */
fit fit_keras(void);

/* The gradient of the loss on the rows; returns the loss. */
double fit_gradient(const fit *f, const network *net, const batch *rows,
                    network *gradient);

/* One epoch, which is one step: all rows at once. Returns the loss from
   before the step, as Keras reports it. */
double fit_epoch(const fit *f, network *net, moments *seen,
                 const batch *rows);
