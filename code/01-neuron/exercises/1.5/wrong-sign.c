/* rejected with: tanh is never steeper than at the middle */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 1.0 + a * a;
}
