/* rejected with: what does adam_update remember */
#include "answer.h"

#include <math.h>

void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    static double power1 = 1.0, power2 = 1.0;
    if (t == 1)
        power1 = power2 = 1.0;
    power1 *= c.beta1;
    power2 *= c.beta2;
    for (size_t k = 0; k < n; k++) {
        m[k] = c.beta1 * m[k] + (1.0 - c.beta1) * g[k];
        v[k] = c.beta2 * v[k] + (1.0 - c.beta2) * g[k] * g[k];
        const double mhat = m[k] / (1.0 - power1);
        const double vhat = v[k] / (1.0 - power2);
        theta[k] -= c.lr * mhat / (sqrt(vhat) + c.epsilon);
    }
}
