#include "answer.h"

#include <math.h>
#include <stdio.h>

static const double beta1 = 0.9, beta2 = 0.999;

longest_steps answer(void)
{
    const double one = (1 - beta1) / sqrt(1 - beta2);
    longest_steps a;
    a.after_silence = one * (1 + beta1) / sqrt(1 + beta2);
    a.steady = 1;
    a.growth = beta2 / beta1;
    a.longest = one / sqrt(1 - beta1 * beta1 / beta2);
    a.without_m = 1 / sqrt(1 - beta2);
    a.slow_m = 'd';
    return a;
}

int main(void)
{
    printf("%g\n", answer().longest);
    return 0;
}
