/* experiment.h: one network on XOR, from its start to its last epoch. */
#pragma once

#include "account.h"

typedef struct {
    network start;
    descent how;
    long epochs;
    random_stream stream; /* for the orders of METHOD_SHUFFLED */
    bool check;           /* check the gradient and do not train */
    bool quiet;           /* print no report */
} experiment;

/* Prints the start, a forward pass and its gradient, trains, and keeps the
   trace, the values and, in save, the last parameters. Returns false,
   after saying why, if the gradient failed the check or the run diverged;
   then save is left empty. */
bool experiment_run(const experiment *e, const run_records *records,
                    output_file *save);
