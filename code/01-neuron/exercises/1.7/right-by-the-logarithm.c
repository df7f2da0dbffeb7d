#include "answer.h"

#include <math.h>

/* The logarithm of the sigmoid is safe, so its exponential is, too. */
double sigmoid_safe(double z)
{
    return exp(fmin(z, 0.0) - log1p(exp(-fabs(z))));
}
