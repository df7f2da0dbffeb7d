/* program.h: what every program of this book does around its subject: it
   reads its options, opens the files that they name, and ends with an exit
   code. A main reads, runs and ends:

       const bool done = program_read(&p, …) && program_open(&p) && …;
       return program_end(&p, done);
*/
#pragma once

#include "plumbing/files.h"
#include "plumbing/options.h"

typedef struct {
    const char *name;    /* what messages begin with: "01-neuron" */
    const char *purpose; /* the first line of --help, after the name */
    const char *usual_epochs, *usual_lr; /* defaults, as typed */

    long epochs; /* passes over the data; 0 with --check */
    double lr;   /* the learning rate, above 0 */
    bool check;  /* check the derivatives and do not train */
    bool quiet;  /* print no report */
    /* Files, or NULL. */
    const char *data, *params, *save_name, *trace_name, *values_name;
    const char *given[OPTIONS_MOST + 1]; /* which options; NULL ends it */
    output_file save, trace, values;
    bool began; /* are the files open, so that the run can begin? */
    int code;   /* the exit code, if the run does not begin */
} program;

/* Reads the command line: the options of every program, and n of its own,
   which may set data, params and save_name. False if the run is not to
   begin: --help was asked for, or something was refused (two options, too,
   that cannot go together or that name one file), and has been said. */
bool program_read(program *p, const option own[], size_t n,
                  const option_conflict conflicts[], size_t n_conflicts,
                  int argc, char *argv[]);

/* Notes that the run is refused, for a reason that has been said. False. */
bool program_refuse(program *p);

/* Opens the files to write. False, after saying why, if one cannot be. */
bool program_open(program *p);

/* Completes the files and standard output; if the run was not done, the
   file to save is given up. Returns the exit code of the program. */
int program_end(program *p, bool done);
