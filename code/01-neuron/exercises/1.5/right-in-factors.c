/* The two distances from the limits, by pointers; has its own main. */
#include "answer.h"

static void stretch(double *slope, const double *by)
{
    *slope *= *by;
}

double tanh_prime_from_output(double a)
{
    const double below = 1 - a, above = 1 + a;
    double slope = 1;
    stretch(&slope, &below);
    stretch(&slope, &above);
    return slope;
}

int main(void)
{
    return tanh_prime_from_output(0) < 1;
}
