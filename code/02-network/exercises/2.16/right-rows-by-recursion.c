#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return z < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z));
}

double dot(const double *a, const double *b, int n, int stride)
{
    return n == 0 ? 0 : *a * *b + dot(a + 1, b + stride, n - 1, stride);
}

static void add(deep_network *d, const deep_network *net, const double *x,
                const double *y, int rows)
{
    double h1[3], h2[3], delta2[3], delta1;
    if (rows == 0)
        return;
    for (int j = 0; j < 3; j++)
        h1[j] = sigmoid(net->b1[j] + dot(x, &net->W1[0][j], 2, 3));
    for (int k = 0; k < 3; k++)
        h2[k] = sigmoid(net->b2[k] + dot(h1, &net->W2[0][k], 3, 3));
    const double yhat = sigmoid(net->b3 + dot(h2, net->W3, 3, 1));
    const double delta3 = yhat * (1 - yhat) * (yhat - *y);
    for (int k = 0; k < 3; k++)
        delta2[k] = (1 - h2[k]) * h2[k] * net->W3[k] * delta3;
    for (int j = 0; j < 3; j++) {
        delta1 = dot(delta2, net->W2[j], 3, 1) * h1[j] * (1 - h1[j]);
        d->W1[0][j] += x[0] * delta1;
        d->W1[1][j] += x[1] * delta1;
        d->b1[j] += delta1;
        for (int k = 0; k < 3; k++)
            d->W2[j][k] += h1[j] * delta2[k];
        d->b2[j] += delta2[j];
        d->W3[j] += h2[j] * delta3;
    }
    d->b3 += delta3;
    add(d, net, x + 2, y + 1, rows - 1);
}

deep_network deep_gradient(const deep_network *net, const batch *rows)
{
    static const deep_network empty;
    deep_network d = empty;
    add(&d, net, rows->x[0], rows->y, rows->size);
    return d;
}
