/* rejected with: And by what does a mean divide them */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06, /* 0.3 * 2 / 10 */
        .half_mean = 0.6, /* 0.3 * 2 */
        .rows_twice = 'C',
        .batch_of_32 = 1.0, /* 0.5 * 4 / 2 */
    };
}
