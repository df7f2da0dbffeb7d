/* The signs from the chain rule, in numbers. */
#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static char sign(double w, double b, double x, double y)
{
    const double error = sigmoid(w * x + b) - y;
    return "-0+"[(error * x > 0) - (error * x < 0) + 1];
}

five_signs answer(void)
{
    return (five_signs){sign(.5, 0, 2, 1), sign(.5, 0, -2, 1),
                        sign(.5, 0, 2, 0), sign(-3, 1, 0, 1),
                        sign(0, 0, -1, .5)};
}
