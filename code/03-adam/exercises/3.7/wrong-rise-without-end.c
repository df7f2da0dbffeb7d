/* rejected with: both shares stop growing */
#include "answer.h"

#include <math.h>

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = INFINITY,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
