/* rejected with: that is how z moves with a */
#include "answer.h"

double tanh_prime_from_output(double a)
{
    return 1.0 / (1.0 - a * a);
}
