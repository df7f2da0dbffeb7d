#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

/* The root of 1 - beta2^t. */
static double root_of_share(double beta2, double t)
{
    return sqrt(-expm1(t * log(beta2)));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return gradient_of_paper(step, epsilon_hat / root_of_share(beta2, t));
}
