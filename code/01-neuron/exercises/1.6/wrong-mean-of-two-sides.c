/* rejected with: does a line through two points need a third? */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return ((f(x + nudge) - f(x)) / nudge + (f(x) - f(x - nudge)) / nudge) /
           2.0;
}
