/* Exercise 3.6, Adam from memory. Close the book and write one step of
   Adam on plain arrays: theta has n parameters, g their gradient, m and v
   the two averages, all four the same length. t is the number of the step,
   1 for the first. m and v begin at 0 and are kept by the caller from step
   to step. Take the paper's form, in which epsilon is added to the root of
   the corrected v. */
#include "answer.h"

#include <math.h>

void adam_update(double theta[], double m[], double v[], const double g[],
                 size_t n, int t, adam_constants c)
{
    (void)m; /* only so that the compiler does not mind */
    (void)v;
    (void)g;
    (void)t;
    (void)c;
    for (size_t k = 0; k < n; k++)
        theta[k] = TODO; /* not answered yet */
}
