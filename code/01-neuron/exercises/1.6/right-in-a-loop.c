/* Down, then up, in a loop that adds up rise and run. */
#include "answer.h"

double central_difference(double (*f)(double), double x, double nudge)
{
    long double rise = 0.0L, run = 0.0L;
    for (int side = -1; side <= 1; side += 2) {
        volatile double at = x + side * nudge;
        rise += side * (long double)f(at);
        run += side * (long double)at;
    }
    return (double)(rise / run);
}

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return central_difference(f, x, nudge);
}
