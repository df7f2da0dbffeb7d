#include "fit_many.h"

#include <math.h>
#include <stdio.h>

trial_end fit_trial(const void *plan, uint64_t seed)
{
    const fit_plan *const p = plan;
    const batch rows = xor_rows();
    random_stream stream = {seed};
    network net = network_start(p->init, &stream);
    moments seen = moments_none();
    bool finite = true;
    for (long epoch = 0; finite && epoch < p->epochs; epoch++)
        finite = isfinite(fit_epoch(&p->how, &net, &seen, &rows));
    trial_end end = network_end(p->how.loss, &net);
    end.diverged = end.diverged || !finite;
    end.solved = end.solved && finite;
    return end;
}

void fit_many_run(const fit_plan *plan, uint64_t seed, long n,
                  size_t threads, bool quiet, const output_file *values)
{
    const trial_tally tally = trials_run(fit_trial, plan, seed, n, threads);
    const interval accurate = wilson_interval(tally.accurate, n);
    tally_write(values, &tally);
    value_write(values, "accurate", (double)tally.accurate);
    interval_write(values, "accurate", tally.accurate, n);
    if (quiet)
        return;
    printf("%ld starts, %ld epochs each, learning rate %g\n"
           "all four on the right side of 1/2: %ld, or %.2f%% "
           "(%.2f%% to %.2f%%)\n",
           n, plan->epochs, plan->how.how.lr, tally.accurate,
           100.0 * accurate.share, 100.0 * accurate.low,
           100.0 * accurate.high);
    tally_report(&tally);
}
