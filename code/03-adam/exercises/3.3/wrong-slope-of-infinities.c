/* rejected with: log_loss_slope at z = -720, label plus one: not a num */
#include "answer.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double s = t * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double t)
{
    const double q = exp(-t * z);
    return -t * q / (1.0 + q);
}
