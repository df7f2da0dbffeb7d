/* rejected with: the path from L to w crosses it */
#include "answer.h"

/* The slope of the size of an error: 1 above 0, -1 below, 0 at the kink. */
static double absolute_prime(double error)
{
    return (error > 0.0) - (error < 0.0);
}

neuron absolute_backward(const sample *s, const neuron_pass *f)
{
    const double dL_dyhat = absolute_prime(f->yhat - s->y);
    const double dL_dz = dL_dyhat;
    return (neuron){.w = dL_dz * s->x, .b = dL_dz};
}

char across_the_kink(void)
{
    return 'c'; /* (3/2 - 1/2) / 2 */
}
