/* rejected with: See what (3) says of a mean */
#include "answer.h"

one_step answer(void)
{
    return (one_step){
        .half_sum = 0.06, /* 0.3 * 2 / 10 */
        .half_mean = 0.6, /* 0.3 * 2 */
        .rows_twice = 'B',
        .batch_of_32 = 8.0,
        /* 0.5 * 32 / 2 */ /* 0.5 * 4 / 2 */
    };
}
