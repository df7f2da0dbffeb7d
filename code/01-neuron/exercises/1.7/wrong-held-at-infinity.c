/* rejected with: should have gone on */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z < -745.0)
        z = -745.0; /* where the last double is */
    const double q = exp(-fabs(z));
    return (z < 0.0 ? q : 1.0) / (1.0 + q);
}
