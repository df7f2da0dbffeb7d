/* rejected with: a finite number above lr */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.02, .too_large = 0.001};
}
