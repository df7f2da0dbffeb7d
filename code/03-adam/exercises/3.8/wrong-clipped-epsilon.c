/* rejected with: gradient_of_paper(0.25, 0) returned */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return fmax(epsilon, 1e-12) * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) /
           sqrt(-expm1(t * log(beta2)));
}
