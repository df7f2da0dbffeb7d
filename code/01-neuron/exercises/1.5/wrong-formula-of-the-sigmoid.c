/* rejected with: that is the formula of the sigmoid */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return a * (1.0 - a);
}
