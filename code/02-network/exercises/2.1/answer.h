/* answer.h: what exercise 2.1 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double parameters;   /* (1) */
    double exponentials; /* (2): in one forward pass of the batch */
    double paths_row;    /* (3): from a weight of W1 to one row's loss */
    double paths_batch;  /* (4): from it to the loss of the batch */
    double passes;       /* (5): forward passes for one gradient */
} shapes_and_counts;

shapes_and_counts answer(void);
