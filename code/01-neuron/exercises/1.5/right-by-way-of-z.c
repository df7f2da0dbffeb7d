/* Back to z, and from there by the hyperbolic cosine. */
#include "answer.h"

#include <math.h>

static double square(double x)
{
    return pow(x, 2);
}

double tanh_prime_from_output(double a)
{
    return 1 / square(cosh(atanh(a)));
}
