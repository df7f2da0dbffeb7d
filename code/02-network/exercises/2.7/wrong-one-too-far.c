/* rejected with: writes past the end of dL_dz1 */
#include "answer.h"

#include "01-neuron/neuron.h"

void hidden_deltas(const network *net, const network_pass *p, int n,
                   double dL_dz2, double dL_dz1[HIDDEN])
{
    for (int j = 0; j <= HIDDEN; j++)
        dL_dz1[j] = dL_dz2;
    for (int j = 0; j < HIDDEN; j++)
        dL_dz1[j] *= net->W2[j] * sigmoid_prime_from_output(p->h[n][j]);
}
