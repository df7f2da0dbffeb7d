/* rejected with: asked f at 0.80 */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x * (1.0 + nudge)) - f(x * (1.0 - nudge))) /
           (2.0 * x * nudge);
}
