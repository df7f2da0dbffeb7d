/* rejected with: rounding moves the lower place and the upper */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double down = x - nudge;
    return (f(x + nudge) - f(down)) / (2.0 * (x - down));
}
