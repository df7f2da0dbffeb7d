/* Each value over the run; on a line both quotients are rounded alike. */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double up = x + nudge, down = x - nudge, run = up - down;
    return f(up) / run - f(down) / run;
}
