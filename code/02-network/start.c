#include "start.h"

#include <math.h>

const char init_words[] = "uniform|symmetric|normal|glorot|tiny|zero|half";

/* The farthest from 0 that Glorot's rule draws parameter k; 0 for a bias.
   W1 connects 2 units to 3, W2 connects 3 to 1. */
static double glorot_limit(int k)
{
    enum { B1 = INPUTS * HIDDEN, W2 = B1 + HIDDEN, B2 = W2 + HIDDEN };
    if (k < B1)
        return sqrt(6.0 / (INPUTS + HIDDEN));
    if (k >= W2 && k < B2)
        return sqrt(6.0 / (HIDDEN + 1));
    return 0.0;
}

static double parameter_draw(init_kind init, int k, random_stream *stream)
{
    switch (init) {
    case INIT_UNIFORM:
        return random_uniform(stream);
    case INIT_SYMMETRIC:
        return 2.0 * random_uniform(stream) - 1.0;
    case INIT_NORMAL:
        return random_normal(stream);
    case INIT_GLOROT: /* + 0.0 makes a bias of -0 one of 0 */
        return glorot_limit(k) * (2.0 * random_uniform(stream) - 1.0) + 0.0;
    case INIT_TINY:
        return 0.001 * random_normal(stream);
    case INIT_ZERO:
        return 0.0;
    case INIT_HALF:
        return 0.5;
    }
    return NAN;
}

network network_start(init_kind init, random_stream *stream)
{
    network net;
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = parameter_draw(init, k, stream);
    return net;
}
