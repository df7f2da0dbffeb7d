/* rejected with: that is the sigmoid of -z */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    const double q = exp(-fabs(z));
    return q / (1.0 + q);
}
