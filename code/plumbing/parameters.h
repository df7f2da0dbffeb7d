/* parameters.h: matrices in a text file, to begin from and to keep: each as
   its name, its rows, its columns and its numbers, row by row. '#' begins a
   comment; spaces, line breaks and the order of the matrices are free. What
   is written, in 17 significant digits, reads back to the same bits. */
#pragma once

#include "files.h"

typedef struct {
    const char *name; /* such as "W1" */
    int rows, columns;
    double *values; /* [rows][columns] */
} matrix;

/* Reads n matrices from a file, each of which must be there once, with its
   shape and finite numbers. Returns false after saying which line is wrong
   and what was expected; then the values are of no use. */
bool parameters_read(const char *name, const matrix matrices[], size_t n);

/* The same from a stream; the name is for messages. */
bool parameters_read_from(FILE *stream, const char *name,
                          const matrix matrices[], size_t n);

/* Calls found for each matrix there is, with its name and the two words
   that should be its rows and columns (empty where another name follows, or
   the end of the file), each cut after 63 bytes, and their line, until that
   returns false. False, too, after saying why, if this is no text. */
enum { SHAPE_WORD = 64 };
typedef bool (*shape_found)(void *state, char words[3][SHAPE_WORD],
                            long line);
bool parameters_shapes(FILE *stream, const char *name, shape_found found,
                       void *state);

/* Writes the n matrices; a write that fails is found by output_commit. */
void parameters_write(output_file *file, const matrix matrices[], size_t n);
