/* rejected with: AND: on the row 0 1 z is nought */
#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -8.0};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -4.0};
}
