/* rejected with: one derivative too many */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return -2.0 * a;
}
