/* records.h: what a run leaves behind for other programs to read.
   A trace is a table of comma-separated values, a row per epoch; a values
   file has a line `name = value` for each thing measured. Numbers have 17
   significant digits, so they read back to the same bits. A file that was
   not asked for (its stream is NULL) takes every call and does nothing. */
#pragma once

#include "files.h"

typedef struct {
    output_file trace, values;
} run_records;

/* Opens the files of --trace and --values; a NULL name: not asked for.
   Returns false, after saying why, if one cannot be written. */
bool records_open(run_records *records, const char *trace,
                  const char *values);

/* Completes both files. Returns false, after saying why, if a byte of one
   could not be written. */
bool records_commit(run_records *records);

/* Writes the trace's first line; columns are "epoch,loss,…". */
void trace_begin(const output_file *trace, const char *columns);

/* Writes the row of an epoch and of its n numbers, the loss first. */
void trace_row(const output_file *trace, long epoch, const double numbers[],
               int n);

/* Writes "name = value". */
void value_write(const output_file *values, const char *name, double value);
