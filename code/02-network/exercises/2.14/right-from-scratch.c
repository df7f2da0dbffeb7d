/* All of it by hand: each row there and back, and only three weights. */
#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

void shared_slopes(const network *net, const batch *rows,
                   const network_pass *p, const double dL_dz2[ROWS],
                   double dL_du[HIDDEN])
{
    for (int j = 0; j < HIDDEN; j++) {
        dL_du[j] = 0.0;
        for (int n = 0; n < rows->size; n++) {
            const double h = p->h[n][j];
            const double dL_dz1 = dL_dz2[n] * net->W2[j] * h * (1.0 - h);
            dL_du[j] += dL_dz1 * (rows->x[n][0] + rows->x[n][1]);
        }
    }
}

void tied_step(network *net, const batch *rows, double lr)
{
    network slopes = {.b2 = 0.0};
    for (int n = 0; n < rows->size; n++) {
        const double sum = rows->x[n][0] + rows->x[n][1];
        double h[HIDDEN], z2 = net->b2;
        for (int j = 0; j < HIDDEN; j++) {
            h[j] = sigmoid(net->W1[0][j] * sum + net->b1[j]);
            z2 += net->W2[j] * h[j];
        }
        const double yhat = sigmoid(z2);
        const double d = (yhat - rows->y[n]) * yhat * (1.0 - yhat);
        slopes.b2 += d;
        for (int j = 0; j < HIDDEN; j++) {
            const double hidden = d * net->W2[j] * h[j] * (1.0 - h[j]);
            slopes.W2[j] += d * h[j];
            slopes.b1[j] += hidden;
            slopes.W1[0][j] += hidden * sum;
            slopes.W1[1][j] += hidden * sum;
        }
    }
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -= lr * slopes.all[k];
}
