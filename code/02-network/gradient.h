/* gradient.h: the 13 derivatives, by the chain rule and by nudging. */
#pragma once

#include "01-neuron/check.h"
#include "network.h"

/* What a network's parameters are called, in the order of network.all:
   "W1[0][0]" to "b2". */
extern const char *const parameter_names[PARAMETERS];

/* Fills in the derivatives of a loss at this network: analytic as the
   gradient has them, numeric by nudging each parameter. */
void network_derivatives(loss_function loss, const network *net,
                         const batch *rows, const network *gradient,
                         derivative all[PARAMETERS]);
