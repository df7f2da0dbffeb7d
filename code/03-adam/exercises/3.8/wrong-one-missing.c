/* rejected with: not answered yet: gradient_of_keras */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    return epsilon * step / (1.0 - fabs(step));
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    (void)step;
    (void)epsilon_hat;
    (void)beta2;
    (void)t;
    return TODO;
}
