/* The checks of exercise 3.9: the hundred starts, trained with each of the
   two learning rates. */
#include "answer.h"

#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "workbook.h"

#include <math.h>

enum { STARTS = 100, STEPS = 300, ENOUGH = 80, FEW = 10 };

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
    return "far from any that does; how long is a step, and how far is "
           "the way?";
}

static void the_right_rate(void)
{
    const double lr = rates().lr;
    if (lr == TODO)
        unanswered("lr");
    MUST_HOLD(solved_with(fit_keras().optimizer.lr) == 0);
    if (isnan(lr))
        suspect("lr: NaN is not a number, and a step of such a length "
                "leaves none behind");
    if (isinf(lr))
        suspect("lr: a step of infinite length leaves no finite weight "
                "behind; how long should one be?");
    if (lr == 0.0)
        suspect("lr: with a learning rate of 0 no weight moves; how far "
                "have they to go?");
    if (lr < 0.0)
        suspect("lr: a learning rate below 0 turns each step round; does "
                "it still lead downhill?");
    const int solved = solved_with(lr);
    if (solved < ENOUGH)
        suspect("lr: with %g, %d of the %d starts are solved after %d "
                "steps; that is %s",
                lr, solved, STARTS, STEPS, where_to_go(lr));
}

static void the_large_rate(void)
{
    const learning_rates a = rates();
    const double large = a.too_large;
    if (large == TODO)
        unanswered("too_large");
    if (!isfinite(large))
        suspect("too_large: %g is not finite; what is the largest step "
                "that still solves a few starts?",
                large);
    if (!(large > a.lr))
        suspect("too_large: %g is not above lr; the second rate is to be "
                "the larger of the two",
                large);
    const int solved = a.lr == TODO ? STARTS : solved_with(a.lr);
    const int fewer = solved_with(large);
    if (2 * fewer > solved)
        suspect("too_large: with %g, %d of the %d starts are solved, and "
                "with lr %d; what if the steps are longer still?",
                large, fewer, STARTS, solved);
    if (fewer < FEW)
        suspect("too_large: with %g, %d of the %d starts are solved, and "
                "at least %d are to be; what lies between it and lr?",
                large, fewer, STARTS, FEW);
}

const check checks[] = {the_right_rate, the_large_rate, NULL};
