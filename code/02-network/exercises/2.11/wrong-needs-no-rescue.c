/* rejected with: the default run solves this start */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 7;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SHUFFLED, 0.5, MOST_EPOCHS};
}
