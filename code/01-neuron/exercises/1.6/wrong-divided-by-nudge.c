/* rejected with: divide by how far apart the two points are */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + nudge) - f(x - nudge)) / nudge;
}
