/* rejected with: which of the two stands above the line? */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 0.3162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
