/* rejected with: difference of two nearly equal numbers */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    const double e = exp(-fabs(z));
    const double a = 1.0 / (1.0 + e);
    return z < 0.0 ? 1.0 - a : a; /* by symmetry */
}
