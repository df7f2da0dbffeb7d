/* rejected with: with some rows solved and others not */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 2.0, MOST_EPOCHS};
}
