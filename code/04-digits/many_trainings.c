#include "many_trainings.h"
#include "02-network/interval.h"
#include "plumbing/messages.h"
#include "plumbing/parallel.h"
#include "shell/report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* How many rows each start got right: on those it was trained on, and on
   the others; -1: its run diverged. */
typedef struct {
    long seen, unseen;
} rights;

typedef struct {
    const digits_plan *plan;
    long epochs;
    rights *all;
    bool whole; /* was there memory for each? */
    size_t train, test;
} count;

static void training_work(void *state, size_t number)
{
    count *const c = state;
    digits_run r;
    const bool begun =
        digits_run_begin(&r, c->plan, c->plan->seed + number, NULL);
    rights found = {-1, -1};
    for (long epoch = 0; begun && epoch < c->epochs; epoch++)
        training_epoch(&r.t);
    score seen, unseen;
    if (begun && split_evaluate(&r.t, &r.s, &seen, &unseen))
        found = (rights){(long)seen.right, (long)unseen.right};
    parallel_lock();
    c->all[number] = found;
    c->whole = c->whole && begun;
    c->train = r.s.train;
    c->test = r.s.test;
    parallel_unlock();
    digits_run_free(&r);
}

/* The mean of some shares, its interval, the least of them, the most. */
typedef struct {
    long n;
    double mean, low, high, least, most;
} spread;

/* Of so many right out of rows, in each start that did not diverge. */
static spread spread_of(const rights all[], long starts, bool unseen,
                        size_t rows)
{
    spread s = {.least = INFINITY, .most = -INFINITY};
    double sum = 0.0, squares = 0.0;
    for (long i = 0; i < starts; i++) {
        const double right =
            (double)(unseen ? all[i].unseen : all[i].seen) / (double)rows;
        if (all[i].seen < 0)
            continue;
        s.n++;
        sum += right;
        squares += right * right;
        s.least = fmin(s.least, right);
        s.most = fmax(s.most, right);
    }
    s.mean = sum / (double)s.n;
    const double variance =
        fmax(0.0, squares - sum * s.mean) / fmax(1.0, (double)s.n - 1.0);
    const double half =
        s.n > 1 ? student_factor(s.n) * sqrt(variance / (double)s.n) : NAN;
    s.low = fmax(0.0, s.mean - half);
    s.high = fmin(1.0, s.mean + half);
    return s;
}

static void spread_write(const output_file *values, const char *name,
                         const spread *s)
{
    static const char *const parts[] = {"mean", "least", "most", "low",
                                        "high"};
    const double numbers[] = {s->mean, s->least, s->most, s->low, s->high};
    for (int k = 0; k < (s->n > 1 ? 5 : 3); k++) { /* one: no interval */
        char full[64];
        snprintf(full, sizeof full, "%s.%s", name, parts[k]);
        value_write(values, full, numbers[k]);
    }
}

static void spread_print(const char *name, const spread *s)
{
    printf("%-14s%9.2f%%", name, 100.0 * s->mean);
    if (s->n > 1)
        printf("%12.2f%% to %.2f%%", 100.0 * s->low, 100.0 * s->high);
    else
        printf("%22s", "of one: none");
    printf("%11.2f%% to %.2f%%\n", 100.0 * s->least, 100.0 * s->most);
}

bool many_trainings_run(const digits_plan *plan, long starts, program *p)
{
    count c = {.plan = plan, .epochs = p->epochs, .whole = true};
    c.all = calloc((size_t)starts, sizeof *c.all);
    if (c.all == NULL)
        return complain("no memory for %ld starts", starts);
    parallel_for(cores_online(), (size_t)starts, training_work, &c,
                 "starts");
    const spread seen = spread_of(c.all, starts, false, c.train);
    const spread unseen = spread_of(c.all, starts, true, c.test);
    value_write(&p->values, "starts", (double)starts);
    value_write(&p->values, "diverged", (double)(starts - seen.n));
    if (c.whole && seen.n > 0) {
        spread_write(&p->values, "accuracy", &seen);
        spread_write(&p->values, "test_accuracy", &unseen);
        for (long i = 0; i < starts; i++)
            value_write_at(&p->values, "test_right", (int)i,
                           (double)c.all[i].unseen);
    }
    if (c.whole && !p->quiet) {
        printf("%ld start%s, %ld epoch%s each, learning rate %g\n", starts,
               starts > 1 ? "s" : "", p->epochs, p->epochs == 1 ? "" : "s",
               p->lr);
        printf("%-14s%10s%22s%21s\n", "", "mean", "95% interval of it",
               "least to most");
        if (seen.n > 0) {
            spread_print("trained on", &seen);
            spread_print("tested on", &unseen);
        }
        if (seen.n < starts)
            printf("diverged: %ld\n", starts - seen.n);
    }
    free(c.all);
    return c.whole;
}
