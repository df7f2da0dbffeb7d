/* answer.h: what exercise 2.16 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"

/* The parameters of a 2-3-3-1 network; a gradient has the same type. */
typedef struct {
    double W1[2][3]; /* 2x3, from input i to unit j of the first layer */
    double b1[3];    /* 1x3 */
    double W2[3][3]; /* 3x3, from there to unit k of the second layer */
    double b2[3];    /* 1x3 */
    double W3[3];    /* 3x1, from there to the output */
    double b3;       /* 1x1 */
} deep_network;

/* The gradient of 1/2 sum (yhat - y)^2, summed over the rows, where
   h1 = sigmoid(x W1 + b1), h2 = sigmoid(h1 W2 + b2) and
   yhat = sigmoid(h2 W3 + b3). */
deep_network deep_gradient(const deep_network *net, const batch *rows);
