#include "answer.h"

#include <math.h>

/* The slope of the sigmoid from z, not from its output. */
double sigmoid_prime(double z)
{
    const double q = exp(-fabs(z));
    return q / ((1 + q) * (1 + q));
}

neuron absolute_backward(const sample *s, const neuron_pass *f)
{
    neuron gradient = {0, 0};
    if (f->yhat > s->y)
        gradient.b = sigmoid_prime(f->z);
    else if (f->yhat < s->y)
        gradient.b = -sigmoid_prime(f->z);
    gradient.w = s->x * gradient.b;
    return gradient;
}

char across_the_kink(void)
{
    return 'C';
}
