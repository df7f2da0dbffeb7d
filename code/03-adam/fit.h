/* fit.h: how a network is trained: down which loss, and by which steps. */
#pragma once

#include "02-network/run.h"
#include "loss.h"
#include "optimizer.h"

typedef struct {
    loss_kind loss;
    optimizer optimizer;
} fit;

/* What Keras's compile chooses for loss='binary_crossentropy' and
   optimizer='adam': lr 0.001, beta1 0.9, beta2 0.999, epsilon 1e-7. */
fit fit_keras(void);

/* Trains to the end of the run, an epoch a step: all rows at once; how is
   an optimizer. Its memory begins with the run. */
void fit_train(const void *how, run *r);

/* That way of training. */
trainer fit_trainer(const fit *f);
