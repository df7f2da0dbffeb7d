/* rejected with: what is its root divided by? */
#include "answer.h"

#include <math.h>

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    return epsilon_hat / (1.0 - pow(beta2, (double)t));
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    return epsilon * (1.0 - pow(beta2, (double)t));
}
