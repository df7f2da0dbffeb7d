/* rejected with: does the number of rows that the mean is over */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.6,
        /* 0.3 * 2 */     /* 0.3 * 2 / 10 */
        .half_mean = 0.6, /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 1.0, /* 0.5 * 4 / 2 */
    };
}
