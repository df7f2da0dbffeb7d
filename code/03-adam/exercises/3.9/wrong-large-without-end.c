/* rejected with: inf is not finite */
#include "answer.h"

#include <math.h>

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.05, .too_large = INFINITY};
}
