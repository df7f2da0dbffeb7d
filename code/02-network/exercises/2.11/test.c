/* The checks of exercise 2.11: three runs from the same start. */
#include "answer.h"

#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>

/* The two runs in which the start is to fail. */
static const rescue standard = {METHOD_GD, 0.5, 10000};
static const rescue shuffled = {METHOD_SHUFFLED, 0.5, 10000};

/* The run of the start of a seed, and whether it solves XOR. */
static run trained(const rescue *plan, long epochs, uint64_t seed)
{
    const descent how = {plan->method, plan->lr};
    const trainer by = {
        .loss = half_squares, .train = descent_train, .how = &how};
    return start_train(&by, INIT_UNIFORM, seed, epochs);
}

static bool solved(const run *r)
{
    return !r->diverged && rows_solved(&r->rows, &r->pass);
}

static bool solves(const rescue *plan, uint64_t seed)
{
    const run r = trained(plan, plan->epochs, seed);
    return solved(&r);
}

static void expect_failing(uint64_t seed)
{
    if (seed == 0)
        unanswered("failing_seed");
    if (solves(&standard, seed))
        suspect("failing_seed: the default run solves this start; it needs "
                "no rescue");
    if (solves(&shuffled, seed))
        suspect("failing_seed: shuffled rows solve this start; look for "
                "one that they do not");
}

static bool same_steps(const rescue *r, const rescue *other)
{
    return r->method == other->method && r->lr == other->lr;
}

/* What may be said of a plan before it is run. */
static void expect_allowed(const rescue *r)
{
    if (isnan(r->lr))
        unanswered("rescue_plan");
    if (!(r->lr > 0.0) || isinf(r->lr))
        suspect("rescue_plan: with this learning rate a step does not lead "
                "downhill");
    if (r->epochs < 1)
        suspect("rescue_plan: there is no epoch to train in");
    if (r->epochs > MOST_EPOCHS)
        suspect("rescue_plan: more epochs than the failing runs had; "
                "change how it steps, not how long");
    if (same_steps(r, &standard) || same_steps(r, &shuffled))
        suspect("rescue_plan: this is one of the two runs that failed; "
                "change the method or the learning rate");
}

static void expect_rescue(const rescue *r, uint64_t seed)
{
    if (solves(r, seed))
        return;
    /* Where do these steps lead to? */
    const run end = trained(r, MOST_EPOCHS, seed);
    int right = 0, thrown = 0;
    for (int n = 0; n < ROWS; n++) {
        const double error = fabs(end.pass.yhat[n] - end.rows.y[n]);
        right += error < 0.25;
        thrown += !(error < 0.75);
    }
    if (solved(&end) || right == ROWS)
        suspect("rescue_plan: on the right way, but not within a tenth of "
                "every target yet; more epochs, or longer steps?");
    if (r->lr > standard.lr && thrown > 0)
        suspect("rescue_plan: the steps are far too long; they throw the "
                "units to where the sigmoid is flat, with rows answered "
                "the wrong way round");
    suspect(
        "rescue_plan: the start still fails, %s; another learning rate, "
        "or another method?",
        end.L > 0.45 ? "on the plateau where all rows get nearly the "
                       "same answer"
                     : "with some rows solved and others not");
}

static void a_rescue(void)
{
    const uint64_t seed = failing_seed();
    expect_failing(seed);
    const rescue plan = rescue_plan();
    expect_allowed(&plan);
    expect_rescue(&plan, seed);
}

const check checks[] = {a_rescue, NULL};
