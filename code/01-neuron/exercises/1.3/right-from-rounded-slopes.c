/* The slopes of exercise 1.1 as they were typed there, four digits each. */
#include "answer.h"

upside_down answer(void)
{
    const double product = 1 / (0.7311 * 0.1966 * 2);
    return (upside_down){product, 'B', product * 0.2875};
}
