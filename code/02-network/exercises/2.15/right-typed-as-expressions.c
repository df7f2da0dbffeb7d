#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

double slope(double h)
{
    return h - h * h;
}

deep_deltas answer(void)
{
    /* Back from the activations to their sums, and on from there. */
    const double h1[] = {0.26894, 0.92414, 0.88080};
    const double h2[] = {0.33213, 0.90868, 0.52975};
    const double weights[] = {1, -1, 2, -2, 1, 0.5, 1, 3, -1}, *w = weights;
    const double yhat = sigmoid(log(0.30919 / (1 - 0.30919)));
    deep_deltas d = {.delta3 = (yhat - 1) * slope(yhat)};
    for (int k = 0; k < 3; k++)
        d.delta2[k] = d.delta3 * (k == 0 ? 2 : -k) * slope(h2[k]);
    for (int j = 0; j < 3; j++, w += 3)
        d.delta1[j] =
            slope(h1[j]) *
            (w[0] * d.delta2[0] + w[1] * d.delta2[1] + w[2] * d.delta2[2]);
    d.dL_dW3_2 = h2[1] * d.delta3;
    d.dL_dW2_13 = h1[0] * d.delta2[2];
    d.dL_dW1_21 = d.delta1[0] + d.delta1[0];
    return d;
}
