#include "answer.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double s = t * z; /* above 0 where the answer is right */
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s)); /* in [0, 1], whatever z */
    return -t * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
