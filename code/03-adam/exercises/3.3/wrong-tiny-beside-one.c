/* rejected with: log_loss at z = 40, label plus one: all digits are lost */
#include "answer.h"

#include <math.h>

double log_loss(double z, double t)
{
    const double s = t * z;
    return fmax(-s, 0.0) + log(1.0 + exp(-fabs(s)));
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s));
    return -t * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
