/* rejected with: x is off for some of them */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 3.0, /* W1 from x_1 */
        .zero_batch = 13.0,
    };
}
