/* rejected with: the same as at twice the z */
#include "answer.h"

#include "01-neuron/neuron.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double yhat = fmin(sigmoid(t * z), 1.0 - 1e-7);
    return -log(yhat);
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s));
    return -t * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
