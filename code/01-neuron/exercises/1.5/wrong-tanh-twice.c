/* rejected with: went through tanh once more */
#include "answer.h"

#include <math.h>

double tanh_prime_from_output(double a)
{
    return 1.0 - tanh(a) * tanh(a);
}
