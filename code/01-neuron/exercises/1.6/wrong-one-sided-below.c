/* rejected with: nudge up as well as down */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x) - f(x - nudge)) / nudge;
}
