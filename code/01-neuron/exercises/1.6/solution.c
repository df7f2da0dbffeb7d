#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double h)
{
    const double up = x + h, down = x - h;
    return (f(up) - f(down)) / (up - down);
}
