/* rejected with: too_large: with 1e+06, */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.05, .too_large = 1e6};
}
