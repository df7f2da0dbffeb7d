/* mlp.h: a multilayer perceptron, which is a network of any number of
   layers, forward and backward. Layer l, from 1 to depth, has units[l]
   units and the weights that lead to them; units[0] is the number of
   inputs. The last layer's pre-activations are the logits. Nothing here
   allocates but mlp_new and mlp_pass_new; a NaN that goes in comes out. */
#pragma once

#include "activation.h"

#include <stdbool.h>

enum { DEPTH_MOST = 32 };

/* The parameters, by layer and as one list of count numbers, W1, b1, W2,
   b2, and so on. A gradient has a number for each, so it is an mlp too. */
typedef struct {
    int depth;                 /* layers, from 1 to DEPTH_MOST */
    int units[DEPTH_MOST + 1]; /* in each, from units[0] inputs on */
    activation hidden;         /* of every layer but the last */
    double *W[DEPTH_MOST + 1]; /* W[l]: units[l-1] x units[l], row by row */
    double *b[DEPTH_MOST + 1]; /* b[l]: 1 x units[l] */
    int count;
    double *all;
} mlp;

/* What the passes of one sample leave behind, by layer: 1 x units[l]. */
typedef struct {
    double *a[DEPTH_MOST + 1]; /* a[0]: the inputs; a[depth]: the logits */
    double
        *delta[DEPTH_MOST + 1]; /* derivatives of the loss by z; from 1 */
    double *all;
} mlp_pass;

/* A network of these units, units[0] to units[depth] and all above 0, with
   less than 2^31 parameters, all 0. Where there is no memory for it, its
   all is NULL. */
mlp mlp_new(int depth, const int units[], activation hidden);

/* Room for the passes through such a network; all is NULL if there is
   none. */
mlp_pass mlp_pass_new(const mlp *net);

/* Gives the memory back. */
void mlp_free(mlp *net);
void mlp_pass_free(mlp_pass *p);

/* The forward pass of the inputs in p->a[0]: for each layer
   z = a W + b, with the a of the layer before, and a = f(z), but for the
   last, where a = z. */
void mlp_forward(const mlp *net, mlp_pass *p);

/* The backward pass, from p->delta[depth], the derivatives of the loss by
   the logits: fills in the other deltas, and adds to the gradient what this
   sample contributes. */
void mlp_backward(const mlp *net, mlp_pass *p, mlp *gradient);
