/* rejected with: which signs do the exponent's minus */
#include "answer.h"

#include "01-neuron/neuron.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    return sigmoid(-c * z);
}
