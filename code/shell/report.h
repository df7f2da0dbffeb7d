/* report.h: how a run tells of itself, on paper and in files. A trace is a
   table of comma-separated values, a row per epoch; a values file has a
   line `name = value` for each thing measured. Their numbers have 17
   significant digits, so they read back to the same bits. A file that was
   not asked for (its stream is NULL) takes every call and does nothing. */
#pragma once

#include "plumbing/files.h"

/* Prints a number, right-aligned in the width, with this many decimals;
   where those would not tell it (it is too small or too large), in
   powers of ten. */
void number_print(double number, int width, int decimals);

/* True for the epochs that a report shows: 0, 1, 2, 5, 10, 20, 50, ... and
   the last. */
bool epoch_is_shown(long epoch, long last);

/* Prints a row of the report on training: the epoch and n numbers. */
void epoch_print(long epoch, const double numbers[], int n);

/* Says that the run left the finite numbers at this epoch. False. */
bool complain_diverged(long epoch);

/* Writes the trace's first line; columns are "epoch,loss,…". */
void trace_begin(const output_file *trace, const char *columns);

/* Writes the row of an epoch and of its n numbers, the loss first. */
void trace_row(const output_file *trace, long epoch, const double numbers[],
               int n);

/* Writes "name = value". */
void value_write(const output_file *values, const char *name, double value);

/* Writes "name.k = value". */
void value_write_at(const output_file *values, const char *name, int k,
                    double value);
