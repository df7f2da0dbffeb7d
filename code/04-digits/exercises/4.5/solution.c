#include "answer.h"

void softmax_backward(const double p[], const double dL_dp[], int n,
                      double dL_dz[])
{
    double mean = 0.0; /* of the derivatives, weighted by p */
    for (int i = 0; i < n; i++)
        mean += dL_dp[i] * p[i];
    for (int j = 0; j < n; j++)
        dL_dz[j] = p[j] * (dL_dp[j] - mean);
}
