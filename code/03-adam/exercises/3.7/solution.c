#include "answer.h"

uncorrected answer(void)
{
    return (uncorrected){
        .first = 3.162,     /* (1 - beta1) over the root of 1 - beta2 */
        .largest_at = 12.0, /* the steps beside it have 6.559 and 6.561 */
        .largest = 6.569,
        .tends_to = 1.0,
        .corrected = 'C',
        .m_alone = 31.62, /* 1 over the root of 1 - beta2 */
    };
}
