/* rejected with: look for a root */
#include "answer.h"

#include <math.h>

double tanh_prime_from_output(double a)
{
    return sqrt(1.0 - a * a);
}
