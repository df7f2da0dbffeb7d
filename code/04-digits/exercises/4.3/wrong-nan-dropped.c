/* rejected with: expected a NaN */
#include "answer.h"

#include <math.h>

double log_sum_exp(const double z[], int n)
{
    double m = -INFINITY, others = -1.0;
    for (int k = 0; k < n; k++)
        m = fmax(m, z[k]);
    if (m == -INFINITY)
        return m;
    int seen = 0;
    others = 0.0;
    for (int k = 0; k < n; k++) {
        if (z[k] == m && !seen) {
            seen = 1;
            continue;
        }
        others += exp(z[k] - m);
    }
    return m + log1p(others);
}
