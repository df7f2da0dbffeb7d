/* one_training.h: one network on the digits, from its start to its last
   epoch. */
#pragma once

#include "shell/program.h"
#include "split.h"
#include "training.h"

/* What the report is to have besides. */
typedef struct {
    bool confusion; /* which digit was taken for which */
    long draw;      /* a row, counted from 1, and its answers; 0: none */
} wanted;

/* Checks or trains, reports, and keeps the trace, the values and, in the
   file to save, the last parameters. False, after saying why, if the
   gradient failed the check, the run diverged, or there was no memory. */
bool one_training_run(training *t, const split *s, const wanted *w,
                      program *p);
