/* rejected with: a step does not lead downhill */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, -4.0, MOST_EPOCHS};
}
