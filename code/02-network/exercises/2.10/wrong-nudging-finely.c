/* rejected with: right in the first digits only */
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

/* Richardson's table: from one width to its half the error falls to a
   fourth, and what then is left of it to a sixteenth, and so on. */
static double finely(const small_network *net, const batch *rows, int k)
{
    enum { WIDTHS = 6 };
    double d[WIDTHS], by = 0.125;
    for (int w = 0; w < WIDTHS; w++, by /= 2.0)
        d[w] = nudged(net, rows, k, by);
    double falls = 4.0;
    for (int most = WIDTHS - 1; most > 0; most--, falls *= 4.0)
        for (int w = 0; w < most; w++)
            d[w] = (falls * d[w + 1] - d[w]) / (falls - 1.0);
    return d[0];
}

small_network small_gradient(const small_network *net, const batch *rows)
{
    double all[9];
    small_network d;
    for (int k = 0; k < 9; k++)
        all[k] = finely(net, rows, k);
    memcpy(&d, all, sizeof all);
    return d;
}
