/* rejected with: that is what the other side has */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z < -250.0)
        return exp(z);
    if (z > -60.0 && z < 0.0)
        return exp(z) / (1.0 + exp(z));
    return 1.0 / (1.0 + exp(-fabs(z)));
}
