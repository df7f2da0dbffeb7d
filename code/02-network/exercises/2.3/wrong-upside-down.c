/* rejected with: And the longer one needs which rate */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 1.5,
        /* 0.3 * 10 / 2 */ /* 0.3 * 2 / 10 */
        .half_mean = 0.6,  /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 1.0, /* 0.5 * 4 / 2 */
    };
}
