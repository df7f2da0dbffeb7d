/* rejected with: one term of the quotient rule is left out */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return a * a;
}
