/* gradient.h: the 13 derivatives, by the chain rule and by nudging. */
#pragma once

#include "01-neuron/check.h"
#include "descent.h"

/* What a network's parameters are called, in the order of network.all:
   "W1[0][0]" to "b2". */
extern const char *const parameter_names[PARAMETERS];

/* Fills in the derivatives of half_squares at this network: analytic as
   descent_gradient has them, numeric by nudging each parameter. */
void network_derivatives(const descent *d, const network *net,
                         const batch *rows, derivative all[PARAMETERS]);
