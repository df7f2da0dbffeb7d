/* answer.h: what exercise 3.6 asks for. */
#pragma once

#include "todo.h"

#include <stddef.h>

/* Adam's constants. */
typedef struct {
    double lr;           /* the learning rate, above 0 */
    double beta1, beta2; /* how much of an average is kept, in [0, 1) */
    double epsilon;      /* added to a root, above 0 */
} adam_constants;

/* Step t (1 for the first) of Adam, in the form of Algorithm 1 of the
   paper, on n numbers theta with the gradient g; m and v are the averages,
   which begin at 0 and are kept by the caller from step to step. */
void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c);
