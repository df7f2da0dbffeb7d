/* rejected with: one-sided */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double h)
{
    return (f(x + h) - f(x)) / h;
}
