/* rejected with: is it found by nudging */
#include "answer.h"

#include "01-neuron/neuron.h"

#include <string.h>

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
    return sigmoid(z2);
}

static double loss_at(const small_network *net, const batch *rows)
{
    double loss = 0.0, h[2];
    for (int n = 0; n < rows->size; n++)
        loss += half_square(small_forward(net, rows->x[n], h), rows->y[n]);
    return loss;
}

/* The central difference, by parameter k of nine. */
static double nudged(const small_network *net, const batch *rows, int k,
                     double by)
{
    double all[9];
    small_network up, down;
    memcpy(all, net, sizeof all);
    all[k] += by;
    memcpy(&up, all, sizeof all);
    all[k] -= 2.0 * by;
    memcpy(&down, all, sizeof all);
    return (loss_at(&up, rows) - loss_at(&down, rows)) / (2.0 * by);
}

small_network small_gradient(const small_network *net, const batch *rows)
{
    double all[9];
    small_network d;
    for (int k = 0; k < 9; k++)
        all[k] = nudged(net, rows, k, 1e-5);
    memcpy(&d, all, sizeof all);
    return d;
}
