/* rejected with: that is one of the two runs in which the start */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SHUFFLED, 0.5, MOST_EPOCHS};
}
