/* rejected with: returned the limit itself */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z > 30.0)
        return 1.0; /* as good as */
    if (z > 0.0)
        return 1.0 / (1.0 + exp(-z));
    return exp(z) / (1.0 + exp(z));
}
