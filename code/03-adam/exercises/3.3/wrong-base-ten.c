/* rejected with: in C the natural one is called log */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    return log10(1.0 + exp(-c * z));
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
