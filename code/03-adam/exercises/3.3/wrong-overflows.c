/* rejected with: log_loss at z = -720, label plus one: infinite */
#include "answer.h"

#include <math.h>

double log_loss(double z, double t)
{
    return log1p(exp(-t * z));
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s));
    return -t * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
