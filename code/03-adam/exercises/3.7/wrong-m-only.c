/* rejected with: that is what the correction does to m */
#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,
        .largest_at = 12.0,
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 10,
    };
}
