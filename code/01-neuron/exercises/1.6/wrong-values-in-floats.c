/* rejected with: is a value kept in a float on the way? */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const float up = (float)f(x + nudge), down = (float)f(x - nudge);
    return (up - down) / (2 * nudge);
}
