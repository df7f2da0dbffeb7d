/* rejected with: the run came out as next to nothing */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / (x + nudge - x - nudge);
}
