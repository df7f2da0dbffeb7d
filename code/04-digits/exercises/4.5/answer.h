/* answer.h: what exercise 4.5 asks for. */
#pragma once

#include "todo.h"

/* Back through a softmax of n logits, n > 0: from its probabilities p and
   any derivatives of the loss by these to those by the logits, all 1 x n.
   It takes a number of steps that grows as n does, not as its square. dL_dp
   and dL_dz may be one array. */
void softmax_backward(const double p[], const double dL_dp[], int n,
                      double dL_dz[]);
