/* Exercise 4.3, a log-sum-exp that survives. Write the logarithm of the sum
   of the exponentials of n logits, in which nothing overflows, whatever
   they are: all near 1000, all near -1000, far apart. Minus infinity may be
   among them, too, and adds nothing. It is to be right to the last few
   bits, where it is small, too: of the logits 0 and -40 it is about e^-40,
   and not 0. NaN in, NaN out. */
#include "answer.h"

#include <math.h>

double log_sum_exp(const double z[], int n)
{
    (void)z; /* only so that the compiler does not mind */
    (void)n;
    return TODO; /* not answered yet */
}
