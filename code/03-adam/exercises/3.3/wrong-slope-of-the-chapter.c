/* rejected with: log_loss_slope(40, 1) returned 0, expected */
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
    const double y = (1.0 + c) / 2.0;
    return sigmoid(z) - y;
}
