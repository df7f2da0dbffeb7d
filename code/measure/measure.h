/* measure.h: what the experiments of this room share. Each of them measures
   what a chapter quotes or draws and its program does not print, and writes
   it into a folder: values, and .dat files that gnuplot draws. */
#pragma once

#include "shell/report.h"

#include <stddef.h>

/* The main of an experiment: opens the n files in the folder that its one
   argument names, has them written, and completes them. Returns the exit
   code; write returns false, after saying why, if it could not measure. */
int measure_main(int argc, char *argv[], const char *program,
                 const char *const names[], int n,
                 bool (*write)(const output_file files[]));

/* Sorts n numbers, the least first. */
void numbers_sort(double numbers[], size_t n);

/* The number that this share of n sorted ones lies below. */
double quantile(const double sorted[], size_t n, double share);
