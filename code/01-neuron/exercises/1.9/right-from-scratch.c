#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 0.5 + 0.5 * tanh(0.5 * z);
}

/* The slope of the sigmoid from z, by its even form. */
double sigmoid_prime(double z)
{
    const double c = 2.0 * cosh(z / 2.0);
    return 1.0 / (c * c);
}

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const double z = fma(n->w, s->x, n->b);
    return n->w * sigmoid_prime(z) * (sigmoid(z) - s->y);
}
