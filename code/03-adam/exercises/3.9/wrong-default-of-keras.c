/* rejected with: 0 of the 100 starts are solved after 300 steps; that is too small */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.001, .too_large = 0.5};
}
