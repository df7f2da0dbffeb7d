/* answer.h: what exercise 2.8 asks for. */
#pragma once

#include "todo.h"

/* The derivative of L by each h[j], into dL_dh, where z2[k] is the sum
   over j of h[j] W[j][k], and a bias, and the derivative of L by z2[k] is
   dL_dz2[k]. What dL_dh held before is overwritten. */
void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3]);
