/* rejected with: this is the run that failed */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 21;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 0.5, MOST_EPOCHS};
}
