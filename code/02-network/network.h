/* network.h: the 2-3-1 network of sigmoid neurons, forward and backward.
   Everything is a double without a unit; shapes stand beside each array.
   Nothing here fails or allocates; a NaN that goes in comes out. A pass
   and a gradient are filled in where the caller keeps them, and not
   returned as in chapter 1: they are large, and made again and again. */
#pragma once

#include <stdbool.h>

enum {
    INPUTS = 2,
    HIDDEN = 3,
    ROWS = 4, /* the most rows that a batch can hold */
    PARAMETERS = INPUTS * HIDDEN + HIDDEN + HIDDEN + 1
};

/* The parameters, by name and as one list of 13 numbers in the same order.
   A gradient has a number for each of them, so it is a network too. */
typedef union {
    struct {
        double W1[INPUTS][HIDDEN]; /* 2x3, from input i to hidden unit j */
        double b1[HIDDEN];         /* 1x3 */
        double W2[HIDDEN];         /* 3x1, from hidden unit j to output */
        double b2;                 /* 1x1 */
    };
    double all[PARAMETERS];
} network;
_Static_assert(sizeof(network) == PARAMETERS * sizeof(double),
               "no gap between the named parameters");

/* Samples that pass through the network together, a row each. */
typedef struct {
    int size;               /* how many rows, from 1 to ROWS */
    double x[ROWS][INPUTS]; /* inputs */
    double y[ROWS];         /* targets, one for each row */
} batch;

/* What the forward pass computes, for each row; activations are in
   [0, 1]. Rows from the batch's size on are left alone. */
typedef struct {
    double z1[ROWS][HIDDEN], h[ROWS][HIDDEN]; /* h = sigmoid(z1) */
    double z2[ROWS], yhat[ROWS];              /* yhat = sigmoid(z2) */
} network_pass;

/* The forward pass: z1 = x W1 + b1, h = sigmoid(z1), z2 = h W2 + b2,
   yhat = sigmoid(z2). */
void network_forward(const network *net, const batch *rows,
                     network_pass *p);

/* A loss: its value L over the rows. It also gives what the backward pass
   begins with: for each row, the derivative of L by that row's z2. */
typedef double (*loss_function)(const batch *rows, const network_pass *p,
                                double dL_dz2[ROWS]);

/* The loss L = 1/2 sum over the rows of (yhat - y)^2, the notebook's. */
double half_squares(const batch *rows, const network_pass *p,
                    double dL_dz2[ROWS]);

/* The gradient of the loss, summed over the rows, at the point where the
   forward pass p went through. The loss itself is known here only by its
   dL_dz2 (Rumelhart, Hinton and Williams, "Learning representations by
   back-propagating errors", Nature 323, 1986). */
void network_backward(const network *net, const batch *rows,
                      const network_pass *p, const double dL_dz2[ROWS],
                      network *gradient);

/* One step of gradient descent with learning rate lr. */
void network_step(network *net, const network *gradient, double lr);

/* The loss of the network on the rows. */
double network_loss(loss_function loss, const network *net,
                    const batch *rows);

/* True if no parameter is infinite or NaN. */
bool network_is_finite(const network *net);

/* So many steps of gradient descent on half the sum of squares, each along
   the gradient of all rows. */
void network_train(network *net, const batch *rows, double lr, long steps);
