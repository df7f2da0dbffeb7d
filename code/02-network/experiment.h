/* experiment.h: what the programs of chapters 2 and 3 are: one start or
   many, drawn or read, trained on XOR in some way. */
#pragma once

#include "run.h"
#include "shell/program.h"

typedef struct {
    program program;
    const char *usual_init; /* a default, as typed */

    int init;             /* an init_kind: how a start is drawn */
    uint64_t seed;        /* from which */
    long starts;          /* train so many, and count; 0: train one */
    network start;        /* that one */
    random_stream stream; /* for a method that draws: what the start left */
} experiment;

/* Reads the command line: the options of every experiment, and n of its
   own; then the start. False if there is nothing to run, after saying
   why. */
bool experiment_read(experiment *e, const option own[], size_t n,
                     const option_conflict conflicts[], size_t n_conflicts,
                     int argc, char *argv[]);

/* Opens the files and trains. False, after saying why, if that failed. */
bool experiment_run(experiment *e, const trainer *t);
