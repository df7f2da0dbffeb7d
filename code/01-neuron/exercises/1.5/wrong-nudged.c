/* rejected with: as nudging would find them */
#include "answer.h"

#include <math.h>

double tanh_prime_from_output(double a)
{
    const double z = atanh(a), nudge = 1e-6;
    return (tanh(z + nudge) - tanh(z - nudge)) / (2.0 * nudge);
}
