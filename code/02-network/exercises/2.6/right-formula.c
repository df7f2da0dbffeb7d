/* By the formula for any m and k, typed as fractions. */
#include "answer.h"

static double loss(int m, int k)
{
    return 1.0 / 2 * k * (m - k) / m;
}

plateaus answer(void)
{
    return (plateaus){1.0 / 2,    loss(4, 2), 2.0 / 3, loss(3, 2), 2.0 / 4,
                      loss(2, 1), 3 / 7.0,    6 / 7.0, 'b'};
}
