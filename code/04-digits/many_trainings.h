/* many_trainings.h: the same training from many starts. */
#pragma once

#include "digits_run.h"
#include "shell/program.h"

/* Trains a start for each seed from the plan's on, reports, and keeps the
   values. A start that diverges is counted, which is no fault. False, after
   saying why, if there was no memory. */
bool many_trainings_run(const digits_plan *plan, long starts, program *p);
