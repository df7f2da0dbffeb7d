/* rejected with: two pairs of parentheses are lost */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return f(x + nudge) - f(x - nudge) / 2 * nudge;
}
