#include "answer.h"

#include "02-network/many_starts.h"
#include "02-network/xor.h"

#include <stdio.h>

bool solves(uint64_t seed, descent how, long epochs)
{
    trainer by = {0};
    by.loss = half_squares;
    by.train = descent_train;
    by.how = &how;
    const run r = start_train(&by, INIT_UNIFORM, seed, epochs);
    return rows_solved(&r.rows, &r.pass);
}

uint64_t failing_seed(void)
{
    const descent batch = {METHOD_GD, 0.5}, rows = {METHOD_SHUFFLED, 0.5};
    uint64_t seed = 101;
    while (solves(seed, batch, MOST_EPOCHS) ||
           solves(seed, rows, MOST_EPOCHS))
        seed++;
    return seed;
}

rescue rescue_plan(void)
{
    static rescue plan;
    plan.method = METHOD_SHUFFLED;
    plan.lr = 1;
    plan.epochs = 9999;
    return plan;
}

int main(void)
{
    printf("%d\n", (int)failing_seed());
    return 0;
}
