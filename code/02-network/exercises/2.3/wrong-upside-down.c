/* rejected with: The longer gradient needs */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 1.5, /* 0.3 * 10 / 2 */
        .half_mean = 0.6,
        .rows_twice = 'B',
        .batch_of_32 = 1.0,
    };
}
