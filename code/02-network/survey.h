/* survey.h: the report on many starts. */
#pragma once

#include "plumbing/records.h"
#include "trials.h"

/* Trains n > 0 starts on so many threads, and reports (unless quiet) and
   keeps how many solved XOR, with the interval, how many diverged, and
   where the others ended. */
void survey_run(const trial_plan *plan, uint64_t seed, long n,
                size_t threads, bool quiet, const output_file *values);
