/* rejected with: with 0.01, 0 of the 100 starts */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.01, .too_large = 0.5};
}
