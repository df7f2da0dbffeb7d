#include "softmax.h"

#include <math.h>

double softmax_loss(const double z[], int n, int right, double p[])
{
    double largest = z[0], sum = 0.0;
    for (int k = 1; k < n; k++)
        largest = fmax(largest, z[k]);
    for (int k = 0; k < n; k++) {
        p[k] = exp(z[k] - largest);
        sum += p[k];
    }
    for (int k = 0; k < n; k++)
        p[k] /= sum;
    return log(sum) + (largest - z[right]);
}

void softmax_loss_slope(const double p[], int n, int right, double dL_dz[])
{
    for (int k = 0; k < n; k++)
        dL_dz[k] = p[k] - (k == right ? 1.0 : 0.0);
}
