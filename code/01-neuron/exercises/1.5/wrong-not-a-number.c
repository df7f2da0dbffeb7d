/* rejected with: NaN is not a number */
#include "answer.h"

#include <math.h>

double tanh_prime_from_output(double a)
{
    return (1.0 - a * a) * log(-1.0 - a * a);
}
