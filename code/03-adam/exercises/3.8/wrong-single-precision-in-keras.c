/* rejected with: expected 0.000640315625 */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    const float root = (float)sqrt(-expm1(t * log(beta2)));
    return gradient_of_paper(step, epsilon_hat) / (double)root;
}
