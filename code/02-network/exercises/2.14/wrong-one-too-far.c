/* rejected with: writes past the end of dL_du */
#include "answer.h"

#include "01-neuron/neuron.h"

void shared_slopes(const network *net, const batch *rows,
                   const network_pass *p, const double dL_dz2[ROWS],
                   double dL_du[HIDDEN])
{
    for (int j = 0; j <= HIDDEN; j++)
        dL_du[j] = 0.0;
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++)
            dL_du[j] += dL_dz2[n] * net->W2[j] *
                        sigmoid_prime_from_output(p->h[n][j]) *
                        (rows->x[n][0] + rows->x[n][1]);
}

void tied_step(network *net, const batch *rows, double lr)
{
    (void)net;
    (void)rows;
    (void)lr;
}
