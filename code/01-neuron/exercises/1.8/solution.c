#include "answer.h"

gate and_by_hand(void)
{
    return (gate){.w1 = 6.0, .w2 = 6.0, .b = -9.0}; /* z: -9 -3 -3 3 */
}

gate or_by_hand(void)
{
    return (gate){.w1 = 6.0, .w2 = 6.0, .b = -3.0}; /* z: -3 3 3 9 */
}
