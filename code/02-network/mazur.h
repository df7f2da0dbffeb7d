/* mazur.h: Mazur's example, step after step. */
#pragma once

#include "shell/program.h"

/* Works the example in both orders, with a report unless quiet, and keeps
   the trace and the values. Returns false, after saying why, if it
   diverged. */
bool mazur_run(const program *p);
