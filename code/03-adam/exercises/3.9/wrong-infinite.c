/* rejected with: of infinite length */
#include "answer.h"

#include <math.h>

learning_rates rates(void)
{
    return (learning_rates){.lr = INFINITY, .too_large = INFINITY};
}
