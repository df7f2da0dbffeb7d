/* nearest.h: a rival that learns nothing. */
#pragma once

#include "digits.h"

/* The digit of that row, of these, whose image is nearest to that of row n:
   the sum of the squares of the differences of their pixels is least. The
   first where several are (Cover and Hart, IEEE Transactions on Information
   Theory 13, 1967). */
int nearest_digit(const dataset *d, const size_t rows[], size_t size,
                  size_t n);
