/* rejected with: gradient_of_paper(-0.25, 0.001) returned -0.0002 */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - step);
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) /
           sqrt(-expm1(t * log(beta2)));
}
