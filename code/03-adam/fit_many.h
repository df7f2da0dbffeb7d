/* fit_many.h: the same experiment from many starts. */
#pragma once

#include "02-network/survey.h"
#include "fit.h"

/* How each start is trained. */
typedef struct {
    init_kind init;
    fit how;
    long epochs;
} fit_plan;

/* Trains the start of this seed on XOR, as the plan (a fit_plan) says. */
trial_end fit_trial(const void *plan, uint64_t seed);

/* Trains n > 0 starts on so many threads, and reports (unless quiet) and
   keeps what became of them. */
void fit_many_run(const fit_plan *plan, uint64_t seed, long n,
                  size_t threads, bool quiet, const output_file *values);
