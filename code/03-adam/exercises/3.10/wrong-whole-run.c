/* rejected with: that is the whole run */
#include "answer.h"

epochs answer(void)
{
    return (epochs){
        .steps = {2000.0, 200.0, 960.0},
        .last_rows = {4.0, 4.0, 8.0},
        .all_steps = {2000.0, 200.0, 960.0},
        .one_batch = 'D',
        .many_batches = 'B',
        .all_half = 0.5,
    };
}
