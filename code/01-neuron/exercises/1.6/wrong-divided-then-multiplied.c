/* rejected with: / and * go from left to right */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / 2 * nudge;
}
