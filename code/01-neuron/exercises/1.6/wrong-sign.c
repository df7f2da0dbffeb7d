/* rejected with: falls where f rises */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double h)
{
    return (f(x - h) - f(x + h)) / (2.0 * h);
}
