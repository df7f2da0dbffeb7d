#include "answer.h"

#include <math.h>

/* The two forms, each where its exponent is not above 0. */
double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

double from_below(double z)
{
    const double e = exp(z);
    return e / (1.0 + e);
}

double sigmoid_safe(double z)
{
    if (isnan(z))
        return z;
    return z >= 0.0 ? sigmoid(z) : from_below(z);
}
