/* one_start.h: one network on XOR, from its start to its last epoch. */
#pragma once

#include "run.h"
#include "shell/program.h"

/* Prints the start, a forward pass and its gradient, trains, and keeps the
   trace, the values and, in the file to save, the last parameters. A
   method that draws does so from the stream. Returns false, after saying
   why, if the gradient failed the check or the run diverged; then the
   file to save is left empty. */
bool one_start_run(const trainer *t, const network *start,
                   random_stream stream, program *p);
