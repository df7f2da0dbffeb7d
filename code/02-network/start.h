/* start.h: where training begins. */
#pragma once

#include "network.h"
#include "plumbing/random.h"

/* How the parameters of a start are drawn, and what --init calls it, in
   the same order. */
typedef enum {
    INIT_UNIFORM,   /* U[0, 1): the notebook's */
    INIT_SYMMETRIC, /* U[-1, 1) */
    INIT_NORMAL,    /* normal, mean 0, deviation 1 */
    INIT_GLOROT,    /* weights U[-rho, rho), rho^2 = 6 / (in + out),
                       biases 0 (Glorot and Bengio, AISTATS 2010) */
    INIT_TINY,      /* normal, mean 0, deviation 0.001 */
    INIT_ZERO,      /* all 0 */
    INIT_HALF       /* all 1/2 */
} init_kind;
extern const char init_words[];

/* A start: its parameters drawn from the stream one by one, in the order
   of network.all. */
network network_start(init_kind init, random_stream *stream);
