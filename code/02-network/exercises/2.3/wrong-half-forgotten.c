/* rejected with: the factor in front of the sum */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.03, /* 0.3 / 10 */
        .half_mean = 0.6,
        .rows_twice = 'B',
        .batch_of_32 = 1.0,
    };
}
