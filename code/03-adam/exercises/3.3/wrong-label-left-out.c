/* rejected with: log_loss(-3, -1) returned 3.049, expected 0.04859: the label has */
#include "answer.h"

#include <math.h>

double log_loss(double z, double c)
{
    (void)c;
    return fmax(-z, 0.0) + log1p(exp(-fabs(z)));
}

double log_loss_slope(double z, double c)
{
    const double s = c * z;
    const double q = exp(-fabs(s));
    return -c * (s > 0.0 ? q : 1.0) / (1.0 + q);
}
