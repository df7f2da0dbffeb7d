#include "answer.h"

uint64_t failing_seed(void)
{
    return 189;
}

rescue rescue_plan(void)
{
    return (rescue){.epochs = 5000, .lr = 8.0 / 2, .method = METHOD_GD};
}
