/* answer.h: what exercise 2.10 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"

/* The parameters of a 2-2-1 network; a gradient has the same type. */
typedef struct {
    double W1[2][2]; /* 2x2, from input i to hidden unit j */
    double b1[2];    /* 1x2 */
    double W2[2];    /* 2x1, from hidden unit j to output */
    double b2;       /* 1x1 */
} small_network;

/* The forward pass of one row: fills in h = sigmoid(x W1 + b1); returns
   yhat = sigmoid(h W2 + b2). */
double small_forward(const small_network *net, const double x[2],
                     double h[2]);

/* The gradient of 1/2 sum (yhat - y)^2, summed over the rows->size rows,
   of which there are 1 to 4. */
small_network small_gradient(const small_network *net, const batch *rows);
