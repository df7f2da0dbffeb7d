/* rejected with: log_loss_slope at z = 40, label plus one: all digits */
#include "answer.h"

#include "01-neuron/neuron.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double s = t * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double t)
{
    const double y = (1.0 + t) / 2.0;
    return sigmoid(z) - y;
}
