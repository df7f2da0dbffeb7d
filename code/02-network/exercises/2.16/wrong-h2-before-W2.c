/* rejected with: a weight of W2 multiplies an activation */
#include "answer.h"

#include "01-neuron/neuron.h"

/* The activations of a row. */
typedef struct {
    double h1[3], h2[3], yhat;
} pass;

static pass forward(const deep_network *net, const double *x)
{
    pass p;
    double z3 = net->b3;
    for (int j = 0; j < 3; j++)
        p.h1[j] = sigmoid(x[0] * net->W1[0][j] + x[1] * net->W1[1][j] +
                          net->b1[j]);
    for (int k = 0; k < 3; k++) {
        double z2 = net->b2[k];
        for (int j = 0; j < 3; j++)
            z2 += p.h1[j] * net->W2[j][k];
        p.h2[k] = sigmoid(z2);
        z3 += p.h2[k] * net->W3[k];
    }
    p.yhat = sigmoid(z3);
    return p;
}

/* Adds the derivatives of one row's loss to d. */
static void backward(const deep_network *net, const double *x, double y,
                     deep_network *d)
{
    const pass p = forward(net, x);
    const double dL_dz3 = (p.yhat - y) * sigmoid_prime_from_output(p.yhat);
    double dL_dz2[3];
    d->b3 += dL_dz3;
    for (int k = 0; k < 3; k++) {
        d->W3[k] += dL_dz3 * p.h2[k];
        dL_dz2[k] =
            dL_dz3 * net->W3[k] * sigmoid_prime_from_output(p.h2[k]);
        d->b2[k] += dL_dz2[k];
    }
    for (int j = 0; j < 3; j++) {
        double dL_dh1 = 0.0;
        for (int k = 0; k < 3; k++) {
            d->W2[j][k] += dL_dz2[k] * p.h2[j];
            dL_dh1 += dL_dz2[k] * net->W2[j][k];
        }
        const double dL_dz1 = dL_dh1 * sigmoid_prime_from_output(p.h1[j]);
        d->b1[j] += dL_dz1;
        for (int i = 0; i < 2; i++)
            d->W1[i][j] += dL_dz1 * x[i];
    }
}

deep_network deep_gradient(const deep_network *net, const batch *rows)
{
    deep_network d = {.b3 = 0.0};
    for (int n = 0; n < rows->size; n++)
        backward(net, rows->x[n], rows->y[n], &d);
    return d;
}
