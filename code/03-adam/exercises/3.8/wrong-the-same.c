/* rejected with: the same epsilon makes another step */
#include "answer.h"

#include <math.h>

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    (void)beta2;
    (void)t;
    return epsilon_hat;
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    (void)beta2;
    (void)t;
    return epsilon;
}
