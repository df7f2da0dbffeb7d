/* answer.h: what exercise 4.3 asks for. */
#pragma once

#include "todo.h"

/* log(e^z[0] + ... + e^z[n-1]) of n logits, n > 0; right to the last few
   bits of the result or, where it comes from terms that nearly cancel, of
   the largest logit. A logit is any finite number, or minus infinity, which
   is the logarithm of nothing; if all are that, so is the result. Where one
   is a NaN, so is the result. */
double log_sum_exp(const double z[], int n);
