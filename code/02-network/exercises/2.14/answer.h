/* answer.h: what exercise 2.14 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"

/* In a tied network both inputs reach hidden unit j through one weight
   u[j], which stands twice: W1[0][j] = W1[1][j] = u[j]. */

/* The derivative of a loss by each u[j], summed over the rows, into dL_du,
   at the point where the forward pass p went through; of the loss, only
   its dL_dz2 is known. What dL_du held before is overwritten. */
void shared_slopes(const network *net, const batch *rows,
                   const network_pass *p, const double dL_dz2[ROWS],
                   double dL_du[HIDDEN]);

/* One step of descent with learning rate lr on half the sum of squares
   over the rows. Its parameters are the three u, b1, W2 and b2; the
   network is tied before and after. */
void tied_step(network *net, const batch *rows, double lr);
