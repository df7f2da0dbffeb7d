/* rejected with: largest: that is the step before the longest */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.559,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
