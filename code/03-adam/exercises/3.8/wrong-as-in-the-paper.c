/* rejected with: as in the paper's form */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    (void)beta2;
    (void)t;
    return gradient_of_paper(step, epsilon_hat);
}
