/* The step of the untied network, then the shared weights anew. */
#include "answer.h"

#include <string.h>

static network back(const network *net, const batch *rows,
                    const network_pass *p, const double dL_dz2[ROWS])
{
    network gradient;
    network_backward(net, rows, p, dL_dz2, &gradient);
    return gradient;
}

void shared_slopes(const network *net, const batch *rows,
                   const network_pass *p, const double dL_dz2[ROWS],
                   double dL_du[HIDDEN])
{
    const network g = back(net, rows, p, dL_dz2);
    const double *first = g.W1[0], *second = g.W1[1];
    for (double *u = dL_du; u < dL_du + HIDDEN; u++)
        *u = *second++ + *first++;
}

void tied_step(network *net, const batch *rows, double lr)
{
    const network start = *net;
    network_pass p;
    double dL_dz2[ROWS], dL_du[HIDDEN];
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    const network g = back(net, rows, &p, dL_dz2);
    network_step(net, &g, lr);
    shared_slopes(&start, rows, &p, dL_dz2, dL_du);
    for (int j = 0; j < HIDDEN; j++)
        net->W1[0][j] = start.W1[0][j] - lr * dL_du[j];
    memcpy(net->W1[1], net->W1[0], sizeof net->W1[0]);
}
