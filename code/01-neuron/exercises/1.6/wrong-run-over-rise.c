/* rejected with: rise over run */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return 2.0 * nudge / (f(x + nudge) - f(x - nudge));
}
