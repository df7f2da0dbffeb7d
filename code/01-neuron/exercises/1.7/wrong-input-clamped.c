/* rejected with: is z held at a limit? */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z < -500.0)
        z = -500.0; /* far enough */
    if (z > 500.0)
        z = 500.0;
    return 1.0 / (1.0 + exp(-z));
}
