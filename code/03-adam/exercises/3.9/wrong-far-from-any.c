/* rejected with: far from any that does */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 1e-20, .too_large = 0.5};
}
