/* The checks of exercise 3.9: the hundred starts, trained with each of the
   two learning rates. */
#include "answer.h"

#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "workbook.h"

#include <math.h>

enum { STARTS = 100, STEPS = 1000, ENOUGH = 80 };

/* How many of the starts solve XOR with this learning rate. */
static int solved_with(double lr)
{
    fit how = fit_keras();
    how.optimizer.lr = lr;
    const trainer by = fit_trainer(&how);
    int solved = 0;
    for (uint64_t seed = 1; seed <= STARTS; seed++) {
        const run r = start_train(&by, INIT_GLOROT, seed, STEPS);
        solved += !r.diverged && rows_solved(&r.rows, &r.pass);
    }
    return solved;
}

/* Whether this learning rate is too small or too large: what larger and
   smaller ones do tells, up to 2^20 times as large or as small. */
static const char *where_to_go(double lr)
{
    double larger = lr, smaller = lr;
    for (int tries = 0; tries < 20; tries++) {
        larger *= 2.0;
        smaller /= 2.0;
        if (solved_with(larger) >= ENOUGH)
            return "too small: in so many steps the weights do not get "
                   "far enough";
        if (solved_with(smaller) >= ENOUGH)
            return "too large; what do such steps do to a start?";
    }
    return "far from any that does";
}

static void two_rates(void)
{
    const learning_rates a = rates();
    if (isnan(a.lr))
        unanswered("lr");
    if (!(a.lr > 0.0) || isinf(a.lr))
        suspect("lr: with this learning rate a step does not lead "
                "downhill");
    const int solved = solved_with(a.lr);
    if (solved < ENOUGH)
        suspect("lr: %d of %d starts are solved; %s", solved, STARTS,
                where_to_go(a.lr));
    if (isnan(a.too_large))
        unanswered("too_large");
    if (!(a.too_large > a.lr) || isinf(a.too_large))
        suspect("too_large: it is to be a finite number above lr");
    const int fewer = solved_with(a.too_large);
    if (2 * fewer > solved)
        suspect("too_large: %d of %d starts are solved, and with lr %d; "
                "what if the steps are longer still?",
                fewer, STARTS, solved);
}

const check checks[] = {two_rates, NULL};
