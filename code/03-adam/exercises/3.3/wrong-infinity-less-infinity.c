/* rejected with: log_loss(inf, 1) returned  */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return 0.5 * fabs(s) - 0.5 * s + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
