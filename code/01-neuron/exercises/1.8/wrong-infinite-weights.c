/* rejected with: an infinite weight times an input */
#include "answer.h"

#include <math.h>

gate and_by_hand(void)
{
    return (gate){.w1 = INFINITY, .w2 = INFINITY, .b = -INFINITY};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -4.0};
}
