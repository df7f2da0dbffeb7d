/* rejected with: which factor stands in front of each of the two sums */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.03,
        /* 0.3 / 10 */    /* 0.3 * 2 / 10 */
        .half_mean = 0.6, /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 1.0, /* 0.5 * 4 / 2 */
    };
}
