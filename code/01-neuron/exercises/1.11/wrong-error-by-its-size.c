/* rejected with: what is divided there */
#include "answer.h"

#include <math.h>

static double absolute_prime(double error)
{
    return error / fabs(error);
}

neuron absolute_backward(const sample *s, const neuron_pass *f)
{
    const double dL_dyhat = absolute_prime(f->yhat - s->y);
    const double dL_dz = dL_dyhat * sigmoid_prime_from_output(f->yhat);
    return (neuron){.w = dL_dz * s->x, .b = dL_dz};
}

char across_the_kink(void)
{
    return 'c'; /* (3/2 - 1/2) / 2 */
}
