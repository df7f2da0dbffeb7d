/* rejected with: the chapter's formula wants the target */
#include "answer.h"

#include "03-adam/loss.h"

#include <math.h>

double log_loss(double z, double c)
{
    return cross_entropy(z, c);
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
