/* fit_one.h: one network on XOR, from its start to its last epoch. */
#pragma once

#include "02-network/account.h"
#include "fit.h"

typedef struct {
    network start;
    fit how;
    long epochs;
    bool compare; /* is this the experiment that others stand beside? */
    bool check;   /* check the gradient and do not train */
    bool quiet;   /* print no report */
} fit_one;

/* Prints the start, a forward pass and its gradient, trains, and keeps the
   trace, the values and, in save, the last parameters. Returns false,
   after saying why, if the gradient failed the check or the run diverged;
   then save is left empty. */
bool fit_one_run(const fit_one *one, const run_records *records,
                 output_file *save);
