/* rejected with: log_loss_slope(-3, 1) returned */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    const double s = c * z;
    return fmax(-s, 0.0) + log1p(exp(-fabs(s)));
}

double log_loss_slope(double z, double c)
{
    const double h = 1e-5;
    return (log_loss(z + h, c) - log_loss(z - h, c)) / (2.0 * h);
}
