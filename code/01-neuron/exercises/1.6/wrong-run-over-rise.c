/* rejected with: rise over run */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double h)
{
    return 2.0 * h / (f(x + h) - f(x - h));
}
