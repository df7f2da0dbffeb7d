#include "answer.h"

#include <math.h>
#include <stdio.h>

static double log_of_power(double base, double exponent)
{
    return base > 0.0 ? exponent * log1p(base - 1.0) : -INFINITY;
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    const double share = 0.0 - expm1(log_of_power(beta2, t));
    return gradient_of_paper(step, epsilon_hat) * pow(share, -0.5);
}

double gradient_of_paper(double step, double epsilon)
{
    if (step < 0)
        return -gradient_of_paper(-step, epsilon);
    return epsilon * (step / (1.0 - step));
}

int main(void)
{
    printf("%g\n", gradient_of_keras(0.5, 1e-7, 0.999, 1.0));
    return 0;
}
