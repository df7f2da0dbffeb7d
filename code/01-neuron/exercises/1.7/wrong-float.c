/* rejected with: is it found by nudging, kept in a float */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    const float q = expf((float)-fabs(z));
    return (z < 0.0 ? q : 1.0) / (1.0 + q);
}
