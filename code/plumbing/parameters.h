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

/* Writes the n matrices; a write that fails is found by output_commit. */
void parameters_write(output_file *file, const matrix matrices[], size_t n);
