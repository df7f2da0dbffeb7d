/* rejected with: overflows on the way */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    return 1.0 / (1.0 + exp(-z));
}
