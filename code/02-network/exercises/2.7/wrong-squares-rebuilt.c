/* rejected with: dL_dz2 is given and goes unused */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "02-network/xor.h"

void hidden_deltas(const network *net, const network_pass *p, int n,
                   double dL_dz2, double dL_dz1[HIDDEN])
{
    const batch rows = xor_rows();
    const double yhat = p->yhat[n];
    dL_dz2 = (yhat - rows.y[n]) * sigmoid_prime_from_output(yhat);
    for (int j = 0; j < HIDDEN; j++)
        dL_dz1[j] =
            dL_dz2 * net->W2[j] * sigmoid_prime_from_output(p->h[n][j]);
}
