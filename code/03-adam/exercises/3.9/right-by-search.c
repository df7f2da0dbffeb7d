#include "answer.h"

#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"

static long solved(double lr)
{
    fit how = fit_keras();
    trainer by;
    long count = 0;
    how.optimizer.lr = lr;
    by = fit_trainer(&how);
    for (uint64_t seed = 1; seed <= 100; ++seed) {
        run r = start_train(&by, INIT_GLOROT, seed, 300);
        if (rows_solved(&r.rows, &r.pass))
            ++count;
    }
    return count;
}

learning_rates rates(void)
{
    double lr = 0.001, low, high;
    while (solved(lr) < 80)
        lr *= 1.5;
    low = lr;
    high = 100.0 * lr;
    for (;;) {
        const double between = (low + high) / 2;
        const long n = solved(between);
        if (n < 10)
            high = between;
        else if (n > 40)
            low = between;
        else
            return (learning_rates){lr, between};
    }
}
