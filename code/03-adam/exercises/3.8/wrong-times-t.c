/* rejected with: gradient_of_keras(0.25, 0.001, 0.9, 3) returned */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) / sqrt(1.0 - beta2 * t);
}
