/* rejected with: is it the whole run that divides? */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double up = x + nudge, down = x - nudge;
    return (f(up) - f(down)) / up - down;
}
