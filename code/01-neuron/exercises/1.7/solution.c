#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    const double q = exp(-fabs(z)); /* in [0, 1], whatever z */
    return (z < 0.0 ? q : 1.0) / (1.0 + q);
}
