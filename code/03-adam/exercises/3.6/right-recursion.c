#include "answer.h"

#include <math.h>

/* The last parameter by itself, and then the others. */
void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    if (n == 0)
        return;
    const size_t k = n - 1;
    const double mhat_over = -expm1(t * log(c.beta1));
    const double vhat_over = -expm1(t * log(c.beta2));
    m[k] = fma(c.beta1, m[k], (1 - c.beta1) * g[k]);
    v[k] = fma(c.beta2, v[k], (1 - c.beta2) * g[k] * g[k]);
    theta[k] = theta[k] - c.lr * (m[k] / mhat_over) /
                              (sqrt(v[k] / vhat_over) + c.epsilon);
    adam_update(theta, m, v, g, k, t, c);
}
