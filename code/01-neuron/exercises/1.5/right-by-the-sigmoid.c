/* tanh is the sigmoid, stretched to twice its height, run twice as fast. */
#include "answer.h"

double sigmoid_prime_from_output(double a)
{
    return a * (1.0 - a);
}

double tanh_prime_from_output(double a)
{
    const double squeezed = (a + 1.0) / 2.0;
    return 2 * 2 * sigmoid_prime_from_output(squeezed);
}
