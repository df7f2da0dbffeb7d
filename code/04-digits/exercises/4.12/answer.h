/* answer.h: what exercise 4.12 asks for. */
#pragma once

#include "todo.h"

#include <stdbool.h>

/* True if class c, from 0 to n - 1, is among the two answers with the
   largest of n logits, n > 0. Of logits that are equal the earlier one goes
   first, as in the chapter's program: of 3, 7, 7, 7 the two are the second
   and the third. Logits with a NaN among them have no answers, so it is
   false; infinite ones are compared like others. */
bool top_two(const double z[], int n, int c);

/* The share, from 0 to 1, of so many rows, rows > 0, of which the right
   class is among the two. z, rows x n, has the logits row by row, and
   right, 1 x rows, the right classes. */
double top_two_share(const double z[], const int right[], int rows, int n);
