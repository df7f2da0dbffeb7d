#include "survey.h"

#include <stdio.h>

/* The most frequent ending that is not yet told; -1 when there is none
   left. */
static int ending_most(const trial_tally *tally, const bool told[])
{
    int most = -1;
    for (int e = 0; e < ENDINGS; e++)
        if (!told[e] && tally->others[e] > 0 &&
            (most < 0 || tally->others[e] > tally->others[most]))
            most = e;
    return most;
}

enum { BAR = 36, LINES_MOST = 12 };

/* A line of the histogram: four predictions, how many, and a bar that is
   full for the tallest. */
static void ending_print(int ending, long count, long tallest)
{
    static const char *const words[] = {"0",   "1/3", "1/2",
                                        "2/3", "1",   "else"};
    for (int n = 0; n < ROWS; n++)
        printf("%6s", words[ending_digit(ending, n)]);
    printf("%9ld  ", count);
    for (long i = 0; i < (BAR * count + tallest - 1) / tallest; i++)
        putchar('#');
    putchar('\n');
}

static void endings_report(const trial_tally *tally)
{
    bool told[ENDINGS] = {false};
    long rest = tally->starts - tally->solved - tally->diverged;
    int ending = ending_most(tally, told);
    const long tallest = ending < 0 ? 1 : tally->others[ending];
    if (rest > 0)
        printf("\nThe others ended near\n%6s%6s%6s%6s%9s\n", "00", "01",
               "10", "11", "starts");
    for (int line = 0; ending >= 0 && line < LINES_MOST; line++) {
        ending_print(ending, tally->others[ending], tallest);
        told[ending] = true;
        rest -= tally->others[ending];
        ending = ending_most(tally, told);
    }
    if (rest > 0)
        printf("%24s%9ld\n", "elsewhere", rest);
}

static void endings_write(const output_file *values,
                          const trial_tally *tally)
{
    for (int e = 0; e < ENDINGS; e++) {
        char name[16] = "ended.....";
        for (int n = 0; n < ROWS; n++)
            name[6 + n] = "0thw1x"[ending_digit(e, n)];
        if (tally->others[e] > 0)
            value_write(values, name, (double)tally->others[e]);
    }
}

void tally_report(const trial_tally *tally)
{
    const interval solved = wilson_interval(tally->solved, tally->starts);
    printf("solved XOR: %ld, or %.2f%% (95%% interval %.2f%% to %.2f%%)\n",
           tally->solved, 100.0 * solved.share, 100.0 * solved.low,
           100.0 * solved.high);
    if (tally->diverged > 0)
        printf("diverged: %ld\n", tally->diverged);
    endings_report(tally);
}

void interval_write(const output_file *values, const char *name, long k,
                    long n)
{
    static const char *const parts[] = {"share", "low", "high"};
    const interval i = wilson_interval(k, n);
    const double numbers[] = {i.share, i.low, i.high};
    for (int p = 0; p < 3; p++) {
        char full[64];
        snprintf(full, sizeof full, "%s.%s", name, parts[p]);
        value_write(values, full, numbers[p]);
    }
}

void tally_write(const output_file *values, const trial_tally *tally)
{
    value_write(values, "starts", (double)tally->starts);
    value_write(values, "solved", (double)tally->solved);
    interval_write(values, "solved", tally->solved, tally->starts);
    value_write(values, "diverged", (double)tally->diverged);
    endings_write(values, tally);
}

void survey_run(const trial_plan *plan, uint64_t seed, long n,
                size_t threads, bool quiet, const output_file *values)
{
    const trial_tally tally = trials_run(trial_run, plan, seed, n, threads);
    tally_write(values, &tally);
    if (quiet)
        return;
    printf("%ld starts, %ld epochs each, learning rate %g\n", n,
           plan->epochs, plan->how.lr);
    tally_report(&tally);
}
