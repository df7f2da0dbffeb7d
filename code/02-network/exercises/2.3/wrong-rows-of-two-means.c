/* rejected with: does their number change the one into the other */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06, /* 0.3 * 2 / 10 */
        .half_mean = 3.0,
        /* 0.3 * 10 */ /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 1.0, /* 0.5 * 4 / 2 */
    };
}
