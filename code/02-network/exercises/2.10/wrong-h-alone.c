/* rejected with: what small_forward returns */
#include "answer.h"

#include "01-neuron/neuron.h"

double small_forward(const small_network *net, const double x[2],
                     double h[2])
{
    double z2 = net->b2;
    for (int j = 0; j < 2; j++) {
        const double z1 =
            x[0] * net->W1[0][j] + x[1] * net->W1[1][j] + net->b1[j];
        h[j] = sigmoid(z1);
        z2 += h[j] * net->W2[j];
    }
    (void)z2;
    return TODO;
}

small_network small_gradient(const small_network *net, const batch *rows)
{
    small_network d = {.b2 = 0.0};
    for (int n = 0; n < rows->size; n++) {
        const double *x = rows->x[n];
        double h[2];
        const double yhat = small_forward(net, x, h);
        const double dL_dz2 =
            (yhat - rows->y[n]) * sigmoid_prime_from_output(yhat);
        d.b2 += dL_dz2;
        for (int j = 0; j < 2; j++) {
            const double dL_dz1 =
                dL_dz2 * net->W2[j] * sigmoid_prime_from_output(h[j]);
            d.W2[j] += dL_dz2 * h[j];
            d.b1[j] += dL_dz1;
            for (int i = 0; i < 2; i++)
                d.W1[i][j] += dL_dz1 * x[i];
        }
    }
    return d;
}
