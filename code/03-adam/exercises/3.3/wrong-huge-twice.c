/* rejected with: log_loss(-1e+308, 1) returned inf */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return (fabs(s) - s) / 2.0 + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
