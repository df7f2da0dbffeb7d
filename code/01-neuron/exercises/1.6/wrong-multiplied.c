/* rejected with: the rise is multiplied by the run */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) * (2.0 * nudge);
}
