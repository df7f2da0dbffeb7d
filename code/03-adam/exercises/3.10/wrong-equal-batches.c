/* rejected with: the batches are not made equal */
#include "answer.h"

epochs answer(void)
{
    return (epochs){
        .steps = {1.0, 4.0, 32.0},
        .last_rows = {4.0, 25.0, 31.25},
        .all_steps = {2000.0, 200.0, 960.0},
        .one_batch = 'D',
        .many_batches = 'B',
        .all_half = 0.5,
    };
}
