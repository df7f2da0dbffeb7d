/* answer.h: what exercise 4.6 asks for. */
#pragma once

#include "todo.h"

/* The way back through layer l of a network, for one sample. delta, 1 x to,
   has the derivatives of the loss by the pre-activations of layer l; W,
   from x to, row by row, its weights; a, 1 x from, the activations of layer
   l - 1, which are sigmoids. Adds to dL_dW, from x to, and to dL_db,
   1 x to, what the sample contributes, and fills in delta_before, 1 x from,
   the derivatives by the pre-activations of layer l - 1. from and to are
   above 0; no array overlaps another. */
void layer_backward(const double delta[], const double W[],
                    const double a[], int from, int to, double dL_dW[],
                    double dL_db[], double delta_before[]);
