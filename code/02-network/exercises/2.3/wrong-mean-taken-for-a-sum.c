/* rejected with: but this loss is a mean; what does it divide by? */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06, /* 0.3 * 2 / 10 */
        .half_mean = 0.6, /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 0.0625,
        /* 0.5 / 8 */ /* 0.5 * 4 / 2 */
    };
}
