/* rejected with: which base does the derivative want */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return fmax(-s, 0.0) / log(2.0) + log2(1.0 + exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
