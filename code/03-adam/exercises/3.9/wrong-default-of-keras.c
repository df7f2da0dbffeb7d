/* rejected with: lr: with 0.001, 0 of the 100 starts are solved */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.001, .too_large = 0.5};
}
