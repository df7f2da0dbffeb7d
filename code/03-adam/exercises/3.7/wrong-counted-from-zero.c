/* rejected with: do you count the first as number 0? */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 11.0,
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
