/* rejected with: AND: the same answer on all four rows */
#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -20.0};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -4.0};
}
