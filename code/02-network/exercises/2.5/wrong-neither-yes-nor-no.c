/* rejected with: none of the answers to choose from */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'x',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
