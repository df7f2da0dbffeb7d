/* rejected with: wants the target, one or zero, and not the label */
#include "answer.h"

#include "03-adam/loss.h"

#include <math.h>

double log_loss(double z, double t)
{
    return cross_entropy(z, t);
}

double log_loss_slope(double z, double t)
{
    const double s = t * z;
    const double q = exp(-fabs(s));
    return -t * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
