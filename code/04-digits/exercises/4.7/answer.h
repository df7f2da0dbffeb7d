/* answer.h: what exercise 4.7 asks for. [0], [1] and [2] are for layer 1, 2
   and 3. */
#pragma once

#include "todo.h"

typedef struct {
    double rows[3];    /* (1): of W */
    double columns[3]; /* (1): of W */
    double biases[3];  /* (1): how many */
    double deltas[3];  /* (1): how many, for one row of data */
    double parameters; /* (2): in all */
    double more;       /* (3): how many more */
    double forward;    /* (4): multiplications */
    double backward;   /* (4): multiplications */
    double kept;       /* (5): activations */
    double together;   /* (5): activations */
    double in_turn;    /* (5): activations */
    char product;      /* (6): 'A', 'B', 'C' or 'D' */
} shapes;

shapes answer(void);
