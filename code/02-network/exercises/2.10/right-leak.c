#include "answer.h"

#include <math.h>
#include <stdlib.h>

/* Matrices from the heap, never given back: memory is not judged. */
static double *matrix_new(int rows, int columns)
{
    return calloc((size_t)(rows * columns), sizeof(double));
}

static double squash(double z)
{
    return z < 0.0 ? exp(z) / (1.0 + exp(z)) : 1.0 / (1.0 + exp(-z));
}

double small_forward(const small_network *net, const double x[2],
                     double h[2])
{
    for (int j = 0; j < 2; ++j) {
        double sum = net->b1[j];
        for (int i = 0; i < 2; ++i)
            sum += net->W1[i][j] * x[i];
        h[j] = squash(sum);
    }
    return squash(net->b2 + net->W2[0] * h[0] + net->W2[1] * h[1]);
}

/* All rows forward, all deltas, and then one sum after the other. */
small_network small_gradient(const small_network *net, const batch *rows)
{
    const int N = rows->size;
    double(*h)[2] = (double(*)[2])matrix_new(N, 2);
    double *delta2 = matrix_new(N, 1);
    double(*delta1)[2] = (double(*)[2])matrix_new(N, 2);
    small_network d;
    d.b2 = 0.0;
    for (int n = 0; n < N; n++) {
        const double yhat = small_forward(net, rows->x[n], h[n]);
        delta2[n] = (yhat - rows->y[n]) * (1.0 - yhat) * yhat;
        d.b2 += delta2[n];
        for (int j = 0; j < 2; j++)
            delta1[n][j] =
                net->W2[j] * delta2[n] * (1.0 - h[n][j]) * h[n][j];
    }
    for (int j = 0; j < 2; j++) {
        double into_W2 = 0.0, into_b1 = 0.0;
        for (int n = 0; n < N; n++) {
            into_W2 += delta2[n] * h[n][j];
            into_b1 += delta1[n][j];
        }
        d.W2[j] = into_W2;
        d.b1[j] = into_b1;
        for (int i = 0; i < 2; i++) {
            d.W1[i][j] = 0.0;
            for (int n = 0; n < N; n++)
                d.W1[i][j] += rows->x[n][i] * delta1[n][j];
        }
    }
    return d;
}
