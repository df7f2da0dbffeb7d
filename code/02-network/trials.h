/* trials.h: one experiment from many starts, to see how often it works. */
#pragma once

#include "descent.h"
#include "plumbing/progress.h"
#include "start.h"

#include <stdint.h>

/* How each start is trained. */
typedef struct {
    init_kind init;
    descent how;
    long epochs;
} trial_plan;

/* Where a start ended. A run that diverged (whose loss or parameters are
   no longer finite) has not solved anything. */
typedef struct {
    double loss, yhat[ROWS];
    int right; /* rows_right */
    bool solved, diverged;
} trial_end;

/* Where a network has come to that was trained with this loss on XOR. */
trial_end network_end(loss_function loss, const network *net);

/* Trains the start of this seed on XOR, as the plan (a trial_plan) says. */
trial_end trial_run(const void *plan, uint64_t seed);

/* A share with its 95% interval. */
typedef struct {
    double share, low, high;
} interval;

/* Wilson's score interval for k successes in n > 0 trials ("Probable
   inference, the law of succession, and statistical inference", Journal
   of the American Statistical Association 22, 1927). In [0, 1]. */
interval wilson_interval(long k, long n);

/* What a prediction ended near, to within 1/24. */
enum { NEAR_0, NEAR_THIRD, NEAR_HALF, NEAR_TWO_THIRDS, NEAR_1, ELSEWHERE };

/* Where a start ended, as one number: what its four predictions ended near
   are its digits in base 6, the first row's first. */
enum { ENDINGS = 6 * 6 * 6 * 6 };

/* What the prediction of row n is near in such an ending. */
int ending_digit(int ending, int n);

/* How many of the starts ended how. */
typedef struct {
    long starts, solved, diverged;
    long accurate;        /* all four on the right side of 1/2 */
    long others[ENDINGS]; /* the rest, by their ending */
} trial_tally;

/* Trains the start of a seed in some way, as a plan says. */
typedef trial_end (*trial_function)(const void *plan, uint64_t seed);

/* Trains n starts, of seed, seed + 1, …, on so many threads, and counts.
   The result is the same for any number of threads. */
trial_tally trials_run(trial_function trial, const void *plan,
                       uint64_t seed, long n, size_t threads);
