/* rejected with: tiny, but not nothing */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z < -709.0)
        return 0.0; /* as good as */
    if (z < 0.0)
        return exp(z) / (1.0 + exp(z));
    return 1.0 / (1.0 + exp(-z));
}
