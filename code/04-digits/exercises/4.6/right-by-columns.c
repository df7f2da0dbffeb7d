#include "answer.h"

#include <stdio.h>
#include <string.h>

/* Unit after unit of layer l: each hands its delta to all before it. */
void layer_backward(const double *delta, const double *W, const double *a,
                    int from, int to, double *dL_dW, double *dL_db,
                    double *delta_before)
{
    memset(delta_before, 0, (size_t)from * sizeof *delta_before);
    for (int k = to; k-- > 0;) {
        *(dL_db + k) += delta[k];
        for (int j = 0; j < from; ++j) {
            delta_before[j] += W[to * j + k] * delta[k];
            dL_dW[k + j * to] = dL_dW[k + j * to] + delta[k] * a[j];
        }
    }
    for (int j = 0; j < from; ++j)
        delta_before[j] *= a[j] - a[j] * a[j];
}

int main(void)
{
    double W[2] = {1, 2}, dW[2] = {0}, db[1] = {0}, before[2];
    layer_backward((double[]){1}, W, (double[]){0.5, 0.5}, 2, 1, dW, db,
                   before);
    printf("%g %g\n", before[0], before[1]);
}
