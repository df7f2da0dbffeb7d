/* rejected with: not a number */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    return exp(z) / (1.0 + exp(z));
}
