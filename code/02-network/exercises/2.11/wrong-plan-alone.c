/* rejected with: which start rescue_plan is to rescue */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 0;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SGD, 0.5, MOST_EPOCHS};
}
