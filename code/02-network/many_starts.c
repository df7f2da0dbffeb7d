#include "many_starts.h"
#include "interval.h"
#include "plumbing/parallel.h"
#include "xor.h"

#include <math.h>

run start_begin(loss_function loss, init_kind init, uint64_t seed,
                long epochs)
{
    run r = {.loss = loss,
             .rows = xor_rows(),
             .stream = {seed},
             .epochs = epochs};
    r.net = network_start(init, &r.stream);
    return r;
}

run start_train(const trainer *t, init_kind init, uint64_t seed,
                long epochs)
{
    run r = start_begin(t->loss, init, seed, epochs);
    t->train(t->how, &r);
    return r;
}

static int value_near(double yhat)
{
    static const double values[ELSEWHERE] = {0.0, 1.0 / 3, 0.5, 2.0 / 3,
                                             1.0};
    for (int v = 0; v < ELSEWHERE; v++)
        if (fabs(yhat - values[v]) <= 1.0 / 24)
            return v;
    return ELSEWHERE;
}

int ending_digit(int ending, int n)
{
    for (int later = n + 1; later < ROWS; later++)
        ending /= ELSEWHERE + 1;
    return ending % (ELSEWHERE + 1);
}

void tally_add(tally *all, const run *r)
{
    all->starts++;
    all->diverged += r->diverged;
    if (r->diverged)
        return;
    all->accurate += rows_right(&r->rows, &r->pass) == ROWS;
    if (rows_solved(&r->rows, &r->pass)) {
        all->solved++;
        return;
    }
    int ending = 0;
    for (int n = 0; n < ROWS; n++)
        ending = ending * (ELSEWHERE + 1) + value_near(r->pass.yhat[n]);
    all->others[ending]++;
}

/* A count under way. */
typedef struct {
    const trainer *by;
    const many_starts *which;
    tally all;
} count;

static void start_work(void *state, size_t number)
{
    count *const c = state;
    const run r = start_train(c->by, c->which->init,
                              c->which->seed + number, c->which->epochs);
    parallel_lock();
    tally_add(&c->all, &r);
    parallel_unlock();
}

tally starts_count(const trainer *t, const many_starts *m, size_t threads)
{
    count c = {.by = t, .which = m};
    parallel_for(threads, (size_t)m->starts, start_work, &c, "starts");
    return c.all;
}

/* The most frequent ending that is not yet told; -1 when there is none
   left. */
static int ending_most(const tally *all, const bool told[])
{
    int most = -1;
    for (int e = 0; e < ENDINGS; e++)
        if (!told[e] && all->others[e] > 0 &&
            (most < 0 || all->others[e] > all->others[most]))
            most = e;
    return most;
}

enum { BAR = 36, LINES_MOST = 12 };

/* A line of the histogram: four predictions, how many, and a bar that is
   full for the tallest. */
static void ending_print(int ending, long starts, long tallest)
{
    static const char *const words[] = {"0",   "1/3", "1/2",
                                        "2/3", "1",   "else"};
    for (int n = 0; n < ROWS; n++)
        printf("%6s", words[ending_digit(ending, n)]);
    printf("%9ld  ", starts);
    for (long i = 0; i < (BAR * starts + tallest - 1) / tallest; i++)
        putchar('#');
    putchar('\n');
}

static void endings_print(const tally *all)
{
    bool told[ENDINGS] = {false};
    long rest = all->starts - all->solved - all->diverged;
    int ending = ending_most(all, told);
    const long tallest = ending < 0 ? 1 : all->others[ending];
    if (rest > 0)
        printf("\nThe others ended near\n%6s%6s%6s%6s%9s\n", "00", "01",
               "10", "11", "starts");
    for (int line = 0; ending >= 0 && line < LINES_MOST; line++) {
        ending_print(ending, all->others[ending], tallest);
        told[ending] = true;
        rest -= all->others[ending];
        ending = ending_most(all, told);
    }
    if (rest > 0)
        printf("%24s%9ld\n", "elsewhere", rest);
}

static void share_print(const char *what, long k, long n)
{
    const interval i = wilson_interval(k, n);
    printf("%s: %ld, or %.2f%% (95%% interval %.2f%% to %.2f%%)\n", what, k,
           100.0 * i.share, 100.0 * i.low, 100.0 * i.high);
}

static void endings_write(const output_file *values, const tally *all)
{
    for (int e = 0; e < ENDINGS; e++) {
        char name[16] = "ended.....";
        for (int n = 0; n < ROWS; n++)
            name[6 + n] = "0thw1x"[ending_digit(e, n)];
        if (all->others[e] > 0)
            value_write(values, name, (double)all->others[e]);
    }
}

static void tally_write(const output_file *values, const tally *all)
{
    value_write(values, "starts", (double)all->starts);
    value_write(values, "solved", (double)all->solved);
    interval_write(values, "solved", all->solved, all->starts);
    value_write(values, "accurate", (double)all->accurate);
    interval_write(values, "accurate", all->accurate, all->starts);
    value_write(values, "diverged", (double)all->diverged);
    endings_write(values, all);
}

void many_starts_run(const trainer *t, const many_starts *m,
                     const program *p)
{
    const tally all = starts_count(t, m, cores_online());
    tally_write(&p->values, &all);
    if (p->quiet)
        return;
    printf("%ld starts, %ld epochs each, learning rate %g\n", m->starts,
           m->epochs, p->lr);
    share_print("solved XOR", all.solved, all.starts);
    share_print("all four on the right side of 1/2", all.accurate,
                all.starts);
    if (all.diverged > 0)
        printf("diverged: %ld\n", all.diverged);
    endings_print(&all);
}
