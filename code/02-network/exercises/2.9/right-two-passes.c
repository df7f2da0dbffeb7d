/* All velocities first, then all parameters, by the book's step. */
#include "answer.h"

static void scale(network *n, double by)
{
    for (double *number = n->all; number < n->all + PARAMETERS; number++)
        *number *= by;
}

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    scale(velocity, mu);
    network_step(velocity, gradient, -1.0);
    network_step(net, velocity, lr);
}
