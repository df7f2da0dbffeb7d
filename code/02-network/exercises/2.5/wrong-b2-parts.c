/* rejected with: does any hidden unit feel it otherwise */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'A',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
