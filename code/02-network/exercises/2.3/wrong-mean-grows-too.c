/* rejected with: what divides the sum in a mean */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06,
        .half_mean = 0.6,
        .rows_twice = 'D',
        .batch_of_32 = 1.0,
    };
}
