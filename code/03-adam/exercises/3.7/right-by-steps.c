#include "answer.h"

#include <math.h>

/* The length of step t on a gradient of 5, step by step. */
static double step(int t)
{
    double m = 0.0, v = 0.0;
    for (int s = 1; s <= t; s++) {
        m += 0.1 * (5.0 - m);
        v += 0.001 * (25.0 - v);
    }
    return m / sqrt(v);
}

uncorrected answer(void)
{
    int t = 1;
    while (step(t + 1) > step(t))
        t++;
    return (uncorrected){step(1), t, step(t), 1, 'C', 1 / sqrt(1 - 0.999)};
}
