/* many_starts.h: one experiment from many starts, to see how often it
   works. */
#pragma once

#include "run.h"
#include "shell/program.h"
#include "start.h"

/* The run on XOR of the start of one seed, before its first epoch. */
run start_begin(loss_function loss, init_kind init, uint64_t seed,
                long epochs);

/* The same, trained to its end. */
run start_train(const trainer *t, init_kind init, uint64_t seed,
                long epochs);

/* Which starts, and for how long each is trained. */
typedef struct {
    init_kind init;
    uint64_t seed; /* of the first; the next has seed + 1, and so on */
    long starts;   /* how many; at least 1 */
    long epochs;
} many_starts;

/* What a prediction ended near, to within 1/24. */
enum { NEAR_0, NEAR_THIRD, NEAR_HALF, NEAR_TWO_THIRDS, NEAR_1, ELSEWHERE };

/* Where a start ended, as one number: what its four predictions ended near
   are its digits in base 6, the first row's first. */
enum { ENDINGS = 6 * 6 * 6 * 6 };

/* What the prediction of row n is near in such an ending. */
int ending_digit(int ending, int n);

/* How many of the starts ended how. One that diverged has not solved
   anything, and is not accurate. */
typedef struct {
    long starts, solved, diverged;
    long accurate;        /* all four on the right side of 1/2 */
    long others[ENDINGS]; /* neither solved nor diverged, by their ending */
} tally;

/* Counts a run that is over. */
void tally_add(tally *all, const run *r);

/* Trains them all, on so many threads, and counts. The result is the same
   for any number of threads. */
tally starts_count(const trainer *t, const many_starts *m, size_t threads);

/* Trains and counts, reports (unless quiet) and keeps the values. */
void many_starts_run(const trainer *t, const many_starts *m,
                     const program *p);
