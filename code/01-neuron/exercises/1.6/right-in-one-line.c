/* In one line, with a main that tries it. */
#include "answer.h"

#include <math.h>
#include <stdio.h>

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / ((x + nudge) - (x - nudge));
}

int main(void)
{
    printf("%g\n", slope_by_nudging(sin, 0, 1e-5));
    return 0;
}
