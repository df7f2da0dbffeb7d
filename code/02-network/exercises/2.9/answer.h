/* answer.h: what exercise 2.9 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"

/* One step of descent with momentum mu, from 0 to below 1, and learning
   rate lr: velocity becomes mu velocity + gradient, then the network moves
   by -lr velocity. */
void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu);
