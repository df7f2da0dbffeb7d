/* rejected with: more epochs than the failing runs had */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 189;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, 0.5, 20000};
}
