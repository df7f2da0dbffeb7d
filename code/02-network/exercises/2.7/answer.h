/* answer.h: what exercise 2.7 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"

/* For row n of the pass p, where the derivative of L by the row's z2 is
   dL_dz2: the derivative of L by each of its three z1, into dL_dz1. What
   dL_dz1 held before is overwritten. */
void hidden_deltas(const network *net, const network_pass *p, int n,
                   double dL_dz2, double dL_dz1[HIDDEN]);
