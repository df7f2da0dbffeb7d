/* stopwatch.h: how long an epoch takes, at best. Other work on the machine
   can only make it longer, so the least of many trials is the truth. */
#pragma once

#include <stdio.h>
#include <time.h>

enum { TRIALS = 40, EPOCHS = 10000 };

static inline double seconds_now(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* The least seconds that training for so many epochs takes. */
static inline double stopwatch_least(void (*train)(void *state,
                                                   long epochs),
                                     void *state, long epochs)
{
    double least = 1e9;
    for (int t = 0; t < TRIALS; t++) {
        const double begun = seconds_now();
        train(state, epochs);
        const double lasted = seconds_now() - begun;
        if (lasted < least)
            least = lasted;
    }
    return least;
}

/* Prints the nanoseconds of one epoch: what many take longer than none. */
static inline void stopwatch_run(void (*train)(void *state, long epochs),
                                 void *state)
{
    const double none = stopwatch_least(train, state, 0);
    const double many = stopwatch_least(train, state, EPOCHS);
    printf("%.1f\n", 1e9 * (many - none) / EPOCHS);
}
