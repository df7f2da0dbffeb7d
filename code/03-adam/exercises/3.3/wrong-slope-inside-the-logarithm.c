/* rejected with: that is the slope of what stands in the logarithm */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    return -c * exp(-c * z);
}
