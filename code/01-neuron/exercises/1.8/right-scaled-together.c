#include "answer.h"

#include <math.h>

/* Signs first, then one factor for all three. */
static gate bolder(gate timid, double factor)
{
    return (gate){factor * timid.w1, factor * timid.w2, factor * timid.b};
}

gate and_by_hand(void)
{
    return bolder((gate){1, 1, -3.0 / 2}, 2 * log(9.0) + 0.001);
}

gate or_by_hand(void)
{
    return bolder((gate){1, 1, -1.0 / 2}, 1e6);
}
