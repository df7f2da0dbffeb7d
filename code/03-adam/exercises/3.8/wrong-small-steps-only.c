/* rejected with: expected 0.0003333: right for the smallest */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step;
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) /
           sqrt(-expm1(t * log(beta2)));
}
