#include "answer.h"

void layer_backward(const double delta[], const double W[],
                    const double a[], int from, int to, double dL_dW[],
                    double dL_db[], double delta_before[])
{
    for (int k = 0; k < to; k++)
        dL_db[k] += delta[k];
    for (int j = 0; j < from; j++) {
        double dL_da = 0.0; /* by a[j] */
        for (int k = 0; k < to; k++) {
            dL_dW[j * to + k] += a[j] * delta[k];
            dL_da += delta[k] * W[j * to + k];
        }
        delta_before[j] = dL_da * a[j] * (1.0 - a[j]);
    }
}
