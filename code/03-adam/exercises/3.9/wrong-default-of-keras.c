/* rejected with: 0 of 100 starts are solved; too small */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.001, .too_large = 1.0};
}
