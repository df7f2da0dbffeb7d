#include "answer.h"

#include <math.h>

/* The root of 1 - beta2^t. */
static double root_of_share(double beta2, long t)
{
    return sqrt(-expm1((double)t * log(beta2)));
}

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    return epsilon_hat / root_of_share(beta2, t);
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    return epsilon * root_of_share(beta2, t);
}
