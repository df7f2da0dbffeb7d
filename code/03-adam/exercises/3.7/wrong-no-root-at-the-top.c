/* rejected with: largest: v has the unit of a square */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 60.13,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
