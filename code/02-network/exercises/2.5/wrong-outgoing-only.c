/* rejected with: write out the delta of each of the two units */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'A',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
