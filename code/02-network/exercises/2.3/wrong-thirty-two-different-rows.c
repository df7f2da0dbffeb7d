/* rejected with: only four of the 32 rows are different */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06,
        .half_mean = 0.6,
        .rows_twice = 'B',
        .batch_of_32 = 8.0, /* 0.5 * 32 / 2 */
    };
}
