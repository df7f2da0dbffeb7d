/* rejected with: is yours the same for a and for -a? */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 1.0 - a;
}
