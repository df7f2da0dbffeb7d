/* The slope of the sigmoid from z, by helpers of its own. */
#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

double slope(double z)
{
    return sigmoid(z) * sigmoid(-z);
}

void hidden_deltas(const network *net, const network_pass *p, int n,
                   double dL_dz2, double dL_dz1[HIDDEN])
{
    const double *z1 = p->z1[n];
    for (int j = HIDDEN; j-- > 0;)
        dL_dz1[j] = slope(z1[j]) * (net->W2[j] * dL_dz2);
}
