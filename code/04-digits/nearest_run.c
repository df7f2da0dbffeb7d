#include "nearest_run.h"
#include "02-network/interval.h"
#include "nearest.h"
#include "plumbing/messages.h"
#include "shell/report.h"

#include <stdio.h>

bool nearest_run(split_kind kind, const dataset *d, uint64_t seed,
                 program *p)
{
    long right = 0;
    split s = split_new(kind, d, seed);
    const long rows = (long)s.test;
    if (s.rows == NULL)
        return complain("no memory for %d rows", d->rows);
    for (size_t n = s.train; n < s.train + s.test; n++) {
        const size_t row = s.rows[n];
        right += nearest_digit(d, s.rows, s.train, row) ==
                 d->numbers[row * COLUMNS + PIXELS];
    }
    split_free(&s);
    const interval i = wilson_interval(right, rows);
    value_write(&p->values, "test_right", (double)right);
    value_write(&p->values, "test_accuracy", i.share);
    interval_write(&p->values, "test_accuracy", right, rows);
    if (!p->quiet)
        printf("the nearest of %zu rows is right on %ld of %ld: %.2f%%\n"
               "(95%% interval %.2f%% to %.2f%%)\n",
               s.train, right, rows, 100.0 * i.share, 100.0 * i.low,
               100.0 * i.high);
    return true;
}
