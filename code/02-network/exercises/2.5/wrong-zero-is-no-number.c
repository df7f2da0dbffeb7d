/* rejected with: how large the equal numbers have to be */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'n',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
