/* rejected with: on the plateau where all rows */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 0.01, MOST_EPOCHS};
}
