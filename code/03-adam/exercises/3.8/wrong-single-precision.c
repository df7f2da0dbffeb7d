/* rejected with: kept in a float */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    const float ratio = (float)(step / (1.0 - fabs(step)));
    return (double)ratio * epsilon;
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) /
           sqrt(-expm1(t * log(beta2)));
}
