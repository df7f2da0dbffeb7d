/* rejected with: its method is none of the three */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){(method_kind)7, 0.5, MOST_EPOCHS};
}
