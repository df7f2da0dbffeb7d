/* rejected with: is it found by nudging */
#include "answer.h"

#include <math.h>

static double loss_at(double z, double y)
{
    return fabs(sigmoid(z) - y);
}

neuron absolute_backward(const sample *s, const neuron_pass *f)
{
    const double nudge = 1e-5;
    const double up = loss_at(f->z + nudge, s->y);
    const double down = loss_at(f->z - nudge, s->y);
    const double dL_dz = (up - down) / (2.0 * nudge);
    return (neuron){.w = dL_dz * s->x, .b = dL_dz};
}

char across_the_kink(void)
{
    return 'c';
}
