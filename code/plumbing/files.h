/* files.h: output that is whole or not there: a file is written beside its
   name, with six letters after it, and renamed when it is complete. A
   device, a pipe, and a file that standard output or standard error goes to
   are written straight. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

typedef struct {
    FILE *stream;         /* write here; NULL: the file is not open */
    const char *name;     /* as the user typed it, for messages */
    char *final, *beside; /* replaced; written; NULL: written straight */
} output_file;

/* Opens a file, past symbolic links; one that is replaced keeps its mode. A
   name that is NULL, which nobody asked for, stays closed. Returns false
   after saying why it cannot be done. */
bool output_open(output_file *file, const char *name);

/* Completes the file and gives it its name. Returns false, after saying why
   and removing what was begun, if a byte could not be written. */
bool output_commit(output_file *file);

/* Gives the file up: what was begun is removed, nothing is replaced. */
void output_abandon(output_file *file);

/* An option, its file, and an option whose file that may be; NULL: none. */
typedef struct {
    const char *option, *name, *replaces;
} file_option;

/* Returns false, after saying which, if two names, however they are spelt,
   lead to one file that is no device or pipe. */
bool files_differ(const file_option files[], size_t n);

/* The end of main: false, after saying why, if what was printed is lost. */
bool standard_output_commit(void);

/* The beginning of main: makes a closed pipe or a full disk an error, not a
   signal, and keeps files out of the place of a closed standard stream.
   Returns false if that cannot be done. */
bool standard_streams_prepare(void);
