/* rejected with: steps of a hundred rows: there is no part of a step */
#include "answer.h"

epochs answer(void)
{
    return (epochs){
        .steps = {1.0, 100.0 / 32, 1000.0 / 32},
        .last_rows = {4.0, 4.0, 8.0},
        .all_steps = {2000.0, 200.0, 960.0},
        .one_batch = 'D',
        .many_batches = 'B',
        .all_half = 0.5,
    };
}
