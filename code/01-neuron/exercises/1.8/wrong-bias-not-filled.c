/* rejected with: not answered yet: b of or_by_hand */
#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = -12.0};
}

gate or_by_hand(void)
{
    return (gate){.w1 = 8.0, .w2 = 8.0, .b = TODO};
}
