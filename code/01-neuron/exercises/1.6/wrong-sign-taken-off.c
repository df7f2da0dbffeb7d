/* rejected with: what takes the sign off */
#include "answer.h"

#include <math.h>

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return fabs(f(x + nudge) - f(x - nudge)) / (2.0 * nudge);
}
