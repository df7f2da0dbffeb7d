/* rejected with: a step does not lead downhill */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = -0.02, .too_large = 1.0};
}
