/* mlp_start.h: where the training of a network of any depth begins. */
#pragma once

#include "mlp.h"
#include "plumbing/random.h"

/* How the weights are drawn, and what --init calls it, in the same order:
   uniformly from [-rho, rho), with biases 0. */
typedef enum {
    MLP_GLOROT, /* rho^2 = 6 / (in + out), as in chapter 3 */
    MLP_HE      /* rho^2 = 6 / in, so a variance of 2 / in (He, Zhang, Ren
                   and Sun, ICCV 2015, who draw it from the normal
                   distribution) */
} mlp_init;
extern const char mlp_init_words[];

/* Draws the start from the stream, weight after weight, in the order of
   net->all. */
void mlp_draw(mlp *net, mlp_init init, random_stream *stream);
