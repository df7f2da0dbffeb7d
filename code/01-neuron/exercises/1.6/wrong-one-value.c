/* rejected with: one of the two values is left out */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return f(x + nudge) / (2.0 * nudge);
}
