/* rejected with: still the one that the other row met */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 4.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
