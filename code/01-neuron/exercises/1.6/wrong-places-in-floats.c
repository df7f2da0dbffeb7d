/* rejected with: a float holds fewer digits than x + nudge */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const float up = (float)(x + nudge), down = (float)(x - nudge);
    return (f(up) - f(down)) / (up - down);
}
