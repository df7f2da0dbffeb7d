/* rejected with: are the derivatives counted for each row */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 36.0, /* 9 * 4 */
    };
}
