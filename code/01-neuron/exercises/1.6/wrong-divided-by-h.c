/* rejected with: divide by how far apart the two points are */
#include "answer.h"

double slope_by_nudging(double (*f)(double), double x, double h)
{
    return (f(x + h) - f(x - h)) / h;
}
