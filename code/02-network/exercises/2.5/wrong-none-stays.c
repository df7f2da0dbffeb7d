/* rejected with: not how many differ from the start */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 0.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
