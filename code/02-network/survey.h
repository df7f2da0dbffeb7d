/* survey.h: the report on many starts. */
#pragma once

#include "plumbing/records.h"
#include "trials.h"

/* Prints, of one start or more, how many solved XOR, with the interval,
   how many diverged, and where the others ended. */
void tally_report(const trial_tally *tally);

/* Keeps the same as values. */
void tally_write(const output_file *values, const trial_tally *tally);

/* Keeps the share of k in n > 0 with its interval, as name.share, name.low
   and name.high. */
void interval_write(const output_file *values, const char *name, long k,
                    long n);

/* Trains n > 0 starts on so many threads, and reports (unless quiet) and
   keeps what became of them. */
void survey_run(const trial_plan *plan, uint64_t seed, long n,
                size_t threads, bool quiet, const output_file *values);
