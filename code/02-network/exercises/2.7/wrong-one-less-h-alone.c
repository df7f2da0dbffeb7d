/* rejected with: half of the sigmoid's slope is there: 1 - h is */
#include "answer.h"

#include "01-neuron/neuron.h"

void hidden_deltas(const network *net, const network_pass *p, int n,
                   double dL_dz2, double dL_dz1[HIDDEN])
{
    for (int j = 0; j < HIDDEN; j++)
        dL_dz1[j] = dL_dz2 * net->W2[j] * (1.0 - p->h[n][j]);
}
