#include "answer.h"

#include <math.h>

double log_sum_exp(const double z[], int n)
{
    int largest = 0;
    double others = 0.0; /* beside the largest, whose exponential is 1 */
    for (int k = 1; k < n; k++)
        if (z[k] > z[largest])
            largest = k;
    for (int k = 0; k < n; k++)
        if (k != largest && z[k] != -INFINITY)
            others += exp(z[k] - z[largest]);
    return z[largest] + log1p(others);
}
