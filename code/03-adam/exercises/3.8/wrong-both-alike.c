/* rejected with: keras in the third step: which of the two epsilons */
#include "answer.h"

#include <math.h>

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    return epsilon_hat / sqrt(1.0 - pow(beta2, (double)t));
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    return epsilon_of_paper(epsilon, beta2, t);
}
