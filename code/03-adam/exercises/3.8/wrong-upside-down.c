/* rejected with: does a longer step need a larger g */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * (1.0 - fabs(step)) / step;
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) /
           sqrt(-expm1(t * log(beta2)));
}
