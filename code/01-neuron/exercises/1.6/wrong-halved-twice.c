/* rejected with: half as large as it should be */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / (4 * nudge);
}
