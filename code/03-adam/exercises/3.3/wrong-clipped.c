/* rejected with: it is the same at twice the z */
#include "answer.h"

#include "01-neuron/neuron.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double yhat = fmin(sigmoid(c * z), 1.0 - 1e-7);
    return -log(yhat);
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
