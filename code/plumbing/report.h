/* report.h: numbers in the columns of a report. */
#pragma once

/* Prints a number, right-aligned in the width, with this many decimals;
   where those would not tell it (it is too small or too large), in
   powers of ten. */
void number_print(double number, int width, int decimals);
