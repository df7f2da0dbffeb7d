/* rejected with: as in the first step; how does the share of v go on */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    (void)t;
    return epsilon_hat * step / (1.0 - fabs(step)) / sqrt(1.0 - beta2);
}
