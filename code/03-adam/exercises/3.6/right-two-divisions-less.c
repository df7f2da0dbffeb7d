#include "answer.h"

#include <math.h>

/* 1 - beta^t, by t multiplications. */
static double share(double beta, int t)
{
    double power = 1.0;
    for (int s = 0; s < t; s++)
        power *= beta;
    return 1.0 - power;
}

void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    const double root = sqrt(share(c.beta2, t));
    const double lr_t = c.lr * root / share(c.beta1, t);
    for (size_t k = 0; k < n; k++) {
        m[k] *= c.beta1;
        m[k] += (1.0 - c.beta1) * g[k];
    }
    for (size_t k = 0; k < n; k++) {
        v[k] *= c.beta2;
        v[k] += (1.0 - c.beta2) * (g[k] * g[k]);
    }
    for (size_t k = 0; k < n; k++)
        theta[k] -= lr_t * m[k] / (sqrt(v[k]) + c.epsilon * root);
}
