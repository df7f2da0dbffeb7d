/* rejected with: b2 feels the delta of the output itself */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 10.0, /* W1, b1 and b2 */
        .zero_batch = 13.0,
    };
}
