/* rejected with: neither nudge above x nor nudge below */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double h = 1e-6;
    (void)nudge;
    return (f(x + h) - f(x - h)) / (2.0 * h);
}
