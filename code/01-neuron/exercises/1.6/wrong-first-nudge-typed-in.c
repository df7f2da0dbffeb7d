/* rejected with: slope_by_nudging(sin, 0.8, 0.25) asked f at 0.801 */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    const double h = 1e-3;
    (void)nudge;
    return (f(x + h) - f(x - h)) / (2.0 * h);
}
