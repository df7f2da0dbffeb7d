/* rejected with: the square covers too much */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return (1.0 - a) * (1.0 - a);
}
