/* rejected with: the inner derivative is left out */
#include "answer.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double s = t * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s));
    return -(s > 0.0 ? q : 1.0) / (1.0 + q);
}
