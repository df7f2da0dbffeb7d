/* rejected with: z = 4 on the row 1 0, the wrong side */
#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 0.0, .b = -4.0};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -4.0};
}
