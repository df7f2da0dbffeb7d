/* stopwatch.h: how long an epoch takes, at best. Other work on the machine
   can only make it longer, so the least of many trials is the truth. */
#pragma once

#include <stdio.h>
#include <time.h>

enum { TRIALS = 40, EPOCHS = 5000 };

static inline double seconds_now(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Prints the nanoseconds that one call of epoch takes, and a number of the
   caller's, so that no compiler can leave the work out. */
static inline void stopwatch_run(void (*epoch)(void *state), void *state,
                                 const double *result)
{
    double best = 1e9;
    for (int t = 0; t < TRIALS; t++) {
        const double begun = seconds_now();
        for (int e = 0; e < EPOCHS; e++)
            epoch(state);
        const double lasted = seconds_now() - begun;
        if (lasted < best)
            best = lasted;
    }
    printf("%.1f %.6f\n", 1e9 * best / EPOCHS, *result);
}
