/* answer.h: what exercise 3.10 asks for. [0] is for 4 rows, [1] for 100
   and [2] for 1000. */
#pragma once

#include "todo.h"

typedef struct {
    double steps[3];     /* (1): in an epoch */
    double last_rows[3]; /* (2): in the last batch of an epoch */
    double all_steps[3]; /* (3): in the whole run */
    char one_batch;      /* (4): 'A', 'B', 'C' or 'D' */
    char many_batches;   /* (5): 'A', 'B', 'C' or 'D' */
    double all_half;     /* (6): an accuracy, from 0 to 1 */
} epochs;

epochs answer(void);
