/* rejected with: And what share has the root of v? */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    return epsilon_hat * step / (1.0 - fabs(step)) * -expm1(t * log(beta2));
}
