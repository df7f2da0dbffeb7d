#include "answer.h"

#include <math.h>
#include <stdio.h>

/* The same names as the book's, on purpose: these are the reader's. */
double sigmoid(double z);
double softplus(double z);

double sigmoid(double z)
{
    if (z >= 0.0)
        return 1.0 / (1.0 + exp(-z));
    return exp(z) / (1.0 + exp(z));
}

/* log(1 + e^z) */
double softplus(double z)
{
    if (z > 0.0)
        return z + log1p(exp(-z));
    return log1p(exp(z));
}

double log_loss(double z, double c)
{
    return c > 0.0 ? softplus(-z) : softplus(z);
}

double log_loss_slope(double z, double c)
{
    if (c > 0.0)
        return -sigmoid(-z);
    return sigmoid(z);
}

int main(void)
{
    printf("%g %g\n", log_loss(40.0, 1.0), log_loss_slope(40.0, 1.0));
    return 0;
}
