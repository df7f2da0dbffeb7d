#include "answer.h"

/* Up or down by up to the limit, whole thousandths of it. */
double step(random_stream *stream)
{
    return ((double)random_below(stream, 2001) - 1000.0) / 1000.0 *
           FARTHEST;
}

void tie_break(network *net, random_stream *stream)
{
    double *const W1 = &net->W1[0][0];
    int k = INPUTS * HIDDEN;
    while (k-- > 0)
        W1[k] += step(stream);
    for (double *w = net->W2; w < net->W2 + HIDDEN; w++)
        *w -= step(stream);
}
