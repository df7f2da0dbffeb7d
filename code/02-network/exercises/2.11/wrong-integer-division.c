/* rejected with: a learning rate of 0 moves nothing */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SGD, 1 / 2, MOST_EPOCHS};
}
