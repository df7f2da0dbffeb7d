#include "answer.h"

#include <math.h>

/* 1 - beta^t = (1 - beta^(t/2))(1 + beta^(t/2)), for any t; the root of
   beta is as near to 1 as is needed when it is taken often. */
static double share(double beta, double t)
{
    double product = 1.0, less = 1.0 - beta;
    long long left = (long long)t;
    /* 1 - beta^(a + b) = less_a + less_b - less_a less_b */
    double sum = 0.0;
    while (left > 0) {
        if (left % 2 == 1)
            sum = sum + less - sum * less;
        less = less * (2.0 - less);
        left /= 2;
    }
    return product * sum;
}

double gradient_of_paper(double step, double epsilon)
{
    const double rest = 1.0 - (step > 0.0 ? step : -step);
    return step / rest * epsilon;
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    const double epsilon = epsilon_hat / sqrt(share(beta2, t));
    const double rest = 1.0 - copysign(step, 1.0);
    return step / rest * epsilon;
}
