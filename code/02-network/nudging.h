/* nudging.h: the 13 derivatives of a loss, without the chain rule. */
#pragma once

#include "01-neuron/check.h"
#include "network.h"

/* Nudges each parameter of the network in turn, up and down, by a nudge of
   its own (above 0), and sees what that does to the loss of the rows. */
void network_differences(loss_function loss, const network *net,
                         const batch *rows, const double nudges[PARAMETERS],
                         difference numeric[PARAMETERS]);
