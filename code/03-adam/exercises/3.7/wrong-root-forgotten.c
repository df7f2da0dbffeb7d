/* rejected with: first: v has the unit of a square */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 100.0,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
