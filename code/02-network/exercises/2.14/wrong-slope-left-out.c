/* rejected with: the slope of the hidden sigmoid is left out */
#include "answer.h"

void shared_slopes(const network *net, const batch *rows,
                   const network_pass *p, const double dL_dz2[ROWS],
                   double dL_du[HIDDEN])
{
    (void)p;
    for (int j = 0; j < HIDDEN; j++)
        dL_du[j] = 0.0;
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++) {
            const double *x = rows->x[n];
            dL_du[j] += dL_dz2[n] * net->W2[j] * (x[0] + x[1]);
        }
}

void tied_step(network *net, const batch *rows, double lr)
{
    network_pass p;
    double dL_dz2[ROWS], dL_du[HIDDEN];
    network gradient;
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    network_backward(net, rows, &p, dL_dz2, &gradient);
    shared_slopes(net, rows, &p, dL_dz2, dL_du);
    for (int j = 0; j < HIDDEN; j++)
        gradient.W1[0][j] = gradient.W1[1][j] = dL_du[j];
    network_step(net, &gradient, lr);
}
