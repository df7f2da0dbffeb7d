#include "answer.h"

/* Nobody asked for equal weights, nor for a line in the middle. */
gate and_by_hand(void)
{
    gate g;
    g.w1 = 11;
    g.w2 = 9;
    g.b = -14;
    return g;
}

gate or_by_hand(void)
{
    gate g = and_by_hand();
    g.b += 10;
    return g;
}
