/* Two points and the line through them; helpers are not static. */
#include "answer.h"

typedef struct {
    double x, y;
} point;

point point_on(double (*f)(double), double x)
{
    const point p = {.x = x, .y = f(x)};
    return p;
}

double steepness(const point *from, const point *to)
{
    return (to->y - from->y) / (to->x - from->x);
}

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const point right = point_on(f, x + nudge);
    const point left = point_on(f, x - nudge);
    return steepness(&right, &left);
}
