/* answer.h: what exercise 4.11 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double left, right;  /* (1): slopes at 0 */
    double central;      /* (2): what nudging says */
    double error_of_0;   /* (2): the relative error, if the code says 0 */
    double error_of_1;   /* (2): and if it says 1 */
    double above, below; /* (3): what nudging says */
    double largest;      /* (3): a nudge */
    double leaky;        /* (4): what nudging says */
    double dL_dw, dL_db; /* (5) */
    double rows_above;   /* (5): how many */
    char back;           /* (6): 'A', 'B', 'C' or 'D' */
    char moves;          /* (7): 'A', 'B', 'C' or 'D' */
    double share;        /* (8): from 0 to 1 */
} kink;

kink answer(void);
