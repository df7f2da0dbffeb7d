/* rejected with: seen in each epoch, too */
#include "answer.h"

epochs answer(void)
{
    return (epochs){
        .steps = {1.0, 4.0, 32.0},
        .last_rows = {4.0, 4.0, 8.0},
        .all_steps = {2000.0, 150, 930},
        .one_batch = 'D',
        .many_batches = 'B',
        .all_half = 0.5,
    };
}
