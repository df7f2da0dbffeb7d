/* rejected with: large on both sides */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    const double q = exp(-fabs(c * z));
    return -c / (1.0 + q);
}
