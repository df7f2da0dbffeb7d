/* rejected with: it fades by the usual beta1, and not by that in c */
#include "answer.h"

#include <math.h>

void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    (void)c;
    const double lr = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    for (size_t k = 0; k < n; k++) {
        m[k] = beta1 * m[k] + (1.0 - beta1) * g[k];
        v[k] = beta2 * v[k] + (1.0 - beta2) * g[k] * g[k];
        const double mhat = m[k] / (1.0 - pow(beta1, t));
        const double vhat = v[k] / (1.0 - pow(beta2, t));
        theta[k] -= lr * mhat / (sqrt(vhat) + epsilon);
    }
}
