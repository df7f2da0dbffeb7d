/* rejected with: that is the other end */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z > 745.0)
        return 0.0;
    if (z < -745.0)
        return 1.0;
    if (z < 0.0)
        return exp(z) / (1.0 + exp(z));
    return 1.0 / (1.0 + exp(-z));
}
