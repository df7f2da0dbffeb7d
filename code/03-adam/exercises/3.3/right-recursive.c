#include "answer.h"

#include <math.h>

/* A wrong answer costs as much more than the right one of the same logit as
   the logit is long; the two slopes add up to the label. */
double log_loss(double z, double c)
{
    if (c * z < 0.0)
        return log_loss(z, -c) + fabs(z);
    return log1p(exp(-c * z));
}

double log_loss_slope(double z, double c)
{
    if (c * z < 0.0)
        return -c - log_loss_slope(-z, c);
    const double q = exp(-c * z);
    return -c * (q / (q + 1));
}
