/* nearest_run.h: how well the rival does. */
#pragma once

#include "shell/program.h"
#include "split.h"

/* Answers the rows to test by their nearest among those to train on,
   reports, and keeps the values. False, after saying why, if there is no
   memory. */
bool nearest_run(split_kind kind, const dataset *d, uint64_t seed,
                 program *p);
