/* rejected with: that falls from the middle in a straight line */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 1.0 - a;
}
