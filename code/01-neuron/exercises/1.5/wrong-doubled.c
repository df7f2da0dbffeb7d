/* rejected with: a*2 doubles a */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 1 - a * 2;
}
