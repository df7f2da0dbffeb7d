/* rejected with: its learning rate is no finite number */
#include "answer.h"

#include <math.h>

uint64_t failing_seed(void)
{
    return 548;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_SGD, NAN, MOST_EPOCHS};
}
