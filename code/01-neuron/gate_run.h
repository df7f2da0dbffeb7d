/* gate_run.h: a gate neuron from the first pass to the last. */
#pragma once

#include "gate.h"
#include "shell/program.h"

/* Trains a neuron on the four rows, or checks its gradient, with report,
   trace and values. Returns false, after saying why, if a derivative
   failed the check or the run diverged. */
bool gate_run(gate start, gate_kind kind, const program *p);
