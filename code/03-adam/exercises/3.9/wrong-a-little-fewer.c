/* rejected with: 72 of 100 starts are solved, and with lr */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.02, .too_large = 0.3};
}
