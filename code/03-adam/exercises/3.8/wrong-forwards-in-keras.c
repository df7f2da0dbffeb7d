/* rejected with: gradient_of_keras(0.25, 0.001, 0.9, 3) returned 0.99 */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    const double epsilon = epsilon_hat / sqrt(-expm1(t * log(beta2)));
    return step / (fabs(step) + epsilon);
}
