#include "answer.h"

uint64_t failing_seed(void)
{
    return 21;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SHUFFLED, 0.5, MOST_EPOCHS};
}
