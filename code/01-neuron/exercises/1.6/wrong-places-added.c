/* rejected with: not what they add up to */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / (x + nudge + x - nudge);
}
