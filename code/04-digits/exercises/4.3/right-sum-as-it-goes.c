#include "answer.h"

#include <math.h>
#include <stdio.h>

/* One way through the logits: where a larger one comes, the sum so far is
   taken to its scale, with the one that was the largest. */
double log_sum_exp(const double *z, int n)
{
    double top = *z, rest = 0;
    while (--n > 0) {
        const double next = *++z;
        if (isnan(next))
            return next;
        if (next > top) {
            rest = (rest + 1) * exp(top - next);
            top = next;
        } else if (!isinf(next)) {
            rest += exp(next - top);
        }
    }
    return top + log1p(rest);
}

int main(void)
{
    printf("%g\n", log_sum_exp((double[]){1000, 1000}, 2));
}
