/* rejected with: nudge down as well as up */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x)) / nudge;
}
