/* rejected with: do not get far enough */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.02, .too_large = 0.5};
}
