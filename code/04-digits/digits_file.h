/* digits_file.h: digits from a file of comma-separated values: in each line
   64 pixels, whole numbers from 0 to 16, and the digit that they show. */
#pragma once

#include "digits.h"

#include <stdbool.h>

/* The most rows that a file may have, and the fewest, one to train on and
   one to test. */
enum { ROWS_FEWEST = 2, ROWS_MOST = 4000000 };

/* Reads the file. Blank lines, spaces around numbers, a comma at the end of
   a line, carriage returns and a byte order mark are let pass. False, after
   saying what is wrong and in which line. */
bool dataset_read(dataset *d, const char *name);

/* Gives back what was read. */
void dataset_free(dataset *d);
