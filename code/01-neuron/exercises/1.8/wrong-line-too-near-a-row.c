/* rejected with: AND: the row 0 1, at z = -1, is too near */
#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -9.0};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -4.0};
}
