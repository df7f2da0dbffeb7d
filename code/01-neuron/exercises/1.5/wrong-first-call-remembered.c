/* rejected with: the same as the call before */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    static double slope;
    if (slope <= 0.0)
        slope = 1.0 - a * a;
    return slope;
}
