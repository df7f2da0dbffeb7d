/* rejected with: yet: all_steps of a hundred rows, one_batch */
#include "answer.h"

epochs answer(void)
{
    return (epochs){
        .steps = {1.0, 4.0, 32.0},
        .last_rows = {4.0, 4.0, 8.0},
        .all_steps = {2000.0, TODO, 960.0},
        .one_batch = '?',
        .many_batches = 'B',
        .all_half = 0.5,
    };
}
