/* rejected with: do the shares stay as they are there? */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = 3.162,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
