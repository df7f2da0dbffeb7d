/* rejected with: shuffled rows solve this start */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 21;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 4.0, MOST_EPOCHS};
}
