/* rejected with: is the result held at a limit? */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    if (z < -500.0)
        return 1e-15;
    if (z > 500.0)
        return 1.0 - 1e-15;
    const double a = 1.0 / (1.0 + exp(-z));
    return fmin(fmax(a, 1e-15), 1.0 - 1e-15);
}
