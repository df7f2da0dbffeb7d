/* sample.h: one neuron on one sample, from the first pass to the last. */
#pragma once

#include "neuron.h"
#include "shell/program.h"

/* Prints the pass there and back, checks it, trains, and keeps the trace
   and the values. Returns false, after saying why, if a derivative failed
   the check or the run diverged. */
bool sample_run(neuron start, sample one, const program *p);
