/* rejected with: not answered yet: rescue_plan */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SGD, TODO, MOST_EPOCHS};
}
