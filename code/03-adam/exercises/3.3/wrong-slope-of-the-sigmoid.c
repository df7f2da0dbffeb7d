/* rejected with: that has the slope of the sigmoid */
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
    const double q = sigmoid(z);
    return -c * q * (1.0 - q);
}
