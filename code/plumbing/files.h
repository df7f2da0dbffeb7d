/* files.h: output that is whole or not there.
   A file is written beside its name and renamed when it is complete, so a
   full disk or an error on the way leaves what stood there before as it
   was. A device or a pipe is written straight, and so is the file to which
   standard output or standard error goes. A program that is killed on the
   way leaves the new file behind, with six letters after its name. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

typedef struct {
    FILE *stream;     /* write here; NULL when the file is not open */
    const char *name; /* as the user typed it, for messages */
    char *final;      /* the file to replace; NULL when written straight */
    char *beside;     /* the file being written; NULL likewise */
} output_file;

/* Opens name for writing; a name that is NULL is a file nobody asked for,
   which stays closed and is committed without ado. A symbolic link to a
   file is followed, and the mode of a file that is replaced is kept.
   Returns false after saying why it cannot be done. */
bool output_open(output_file *file, const char *name);

/* Completes the file and gives it its name. Returns false, after saying
   why and removing what was begun, if a byte could not be written. */
bool output_commit(output_file *file);

/* Gives the file up: what was begun is removed, nothing is replaced. */
void output_abandon(output_file *file);

/* True if both names lead to the same file, written under either name. */
bool output_same(const char *name, const char *other);

/* A file that an option names, and the option, without its dashes. */
typedef struct {
    const char *option, *name; /* a name that is NULL: not given */
    const char
        *replaces; /* the option whose file may be the same; or NULL */
} file_option;

/* Returns false, after saying which, if two of the n files are one. */
bool files_differ(const file_option files[], size_t n);

/* To be called once, at the end of main: flushes standard output and
   returns false, after saying why, if any of it could not be written. */
bool standard_output_commit(void);

/* To be called once, at the start of main. A closed pipe, or a file that
   is as large as files may be, becomes an error that a program can report,
   not a signal that ends it. And a standard stream that was closed stays
   one that nothing can be written to or read from: the next file that is
   opened does not get its place. Returns false if that cannot be done. */
bool standard_streams_prepare(void);
