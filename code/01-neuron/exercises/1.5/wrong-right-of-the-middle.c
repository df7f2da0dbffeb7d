/* rejected with: tanh_prime_from_output(tanh(-0.6)) returned 1.288 */
#include "answer.h"

#include <math.h>

double tanh_prime_from_output(double a)
{
    return 1.0 - a * fabs(a);
}
