/* rejected with: not within a tenth of every target yet */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SGD, 0.5, 1000};
}
