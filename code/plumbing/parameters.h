/* parameters.h: matrices in a text file, to begin from and to keep.
   A file holds each matrix as its name, its rows, its columns and its
   numbers, row by row; '#' begins a comment, spaces and line breaks are
   free, the order of the matrices too. What is written, 17 significant
   digits a number, reads back to the same bits. */
#pragma once

#include "files.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *name; /* such as "W1" */
    int rows, columns;
    double *values; /* [rows][columns] */
} matrix;

/* Reads the n matrices from the file called name, each of which must be
   there once, with the rows and columns asked for and finite numbers.
   Returns false after saying which line is wrong and what was expected;
   then the values are as they were. */
bool parameters_read(const char *name, const matrix matrices[], size_t n);

/* Writes the n matrices; a write that fails is found by output_commit. */
void parameters_write(output_file *file, const matrix matrices[], size_t n);
