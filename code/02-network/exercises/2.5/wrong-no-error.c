/* rejected with: which parameters feel that error */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 13.0,
        .zero_batch = 13.0,
    };
}
