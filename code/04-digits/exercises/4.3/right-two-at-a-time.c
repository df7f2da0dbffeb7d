#include "answer.h"

#include <math.h>

/* Of two: the larger, and what the smaller adds. */
static double of_two(double x, double y)
{
    if (x < y)
        return of_two(y, x);
    if (y == -INFINITY)
        return x;
    return x + log1p(exp(y - x));
}

double log_sum_exp(const double z[], int n)
{
    return n == 1 ? z[0] : of_two(log_sum_exp(z, n - 1), z[n - 1]);
}
