/* rejected with: no more digits than a float holds */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    const float slope = 1.0f - (float)a * (float)a;
    return slope;
}
