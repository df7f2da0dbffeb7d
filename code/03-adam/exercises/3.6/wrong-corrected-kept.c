/* rejected with: left m[0] = 0.4918, expected 0.24: the corrected m */
#include "answer.h"

#include <math.h>

void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    for (size_t k = 0; k < n; k++) {
        m[k] = c.beta1 * m[k] + (1.0 - c.beta1) * g[k];
        v[k] = c.beta2 * v[k] + (1.0 - c.beta2) * g[k] * g[k];
        m[k] /= 1.0 - pow(c.beta1, t);
        v[k] /= 1.0 - pow(c.beta2, t);
        theta[k] -= c.lr * m[k] / (sqrt(v[k]) + c.epsilon);
    }
}
