/* rejected with: swallowed a NaN */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z >= 0.0)
        return 1.0 / (1.0 + exp(-z));
    const double e = exp(fmin(z, 0.0));
    return e / (1.0 + e);
}
