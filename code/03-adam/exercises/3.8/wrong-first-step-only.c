/* rejected with: how does the share of v go on */
#include "answer.h"

#include <math.h>

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    (void)t;
    return epsilon_hat / sqrt(1.0 - beta2);
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    (void)t;
    return epsilon * sqrt(1.0 - beta2);
}
