/* rejected with: not answered yet: tends_to */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = TODO,
        .corrected = 'C',
        .m_alone = 31.62,
    };
}
