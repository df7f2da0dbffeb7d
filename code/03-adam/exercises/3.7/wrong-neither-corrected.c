/* rejected with: m_alone: that is the step without any correction */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 3.162,
    };
}
