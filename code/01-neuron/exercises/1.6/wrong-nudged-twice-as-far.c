/* rejected with: 0.802 */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double nudge)
{
    return (f(x + 2 * nudge) - f(x - 2 * nudge)) / (4.0 * nudge);
}
