/* rejected with: rounding moves the upper place and the lower */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double up = x + nudge;
    return (f(up) - f(x - nudge)) / (2.0 * (up - x));
}
