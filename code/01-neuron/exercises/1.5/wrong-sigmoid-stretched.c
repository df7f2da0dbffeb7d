/* rejected with: its output has to be stretched */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 4.0 * a * (1.0 - a);
}
