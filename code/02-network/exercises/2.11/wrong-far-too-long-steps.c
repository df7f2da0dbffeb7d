/* rejected with: the steps are far too long */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 1e9, MOST_EPOCHS};
}
