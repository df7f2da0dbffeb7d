/* rejected with: log_loss(NAN, -1) returned 0, expected a NaN */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    if (s > 0.0)
        return log1p(exp(-s));
    return s <= 0.0 ? log1p(exp(s)) - s : 0.0;
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
