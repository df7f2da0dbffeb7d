/* rejected with: NaN is not a number */
#include "answer.h"

#include <math.h>

learning_rates rates(void)
{
    return (learning_rates){.lr = NAN, .too_large = 0.5};
}
