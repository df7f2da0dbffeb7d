#include "product.h"

double product(double w, double x)
{
    return w * x;
}

double product_slope(double x)
{
    return x;
}
