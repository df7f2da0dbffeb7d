/* answer.h: what exercise 2.5 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    char same;         /* (1): 'A', 'B', 'C' or 'D' */
    double half_batch; /* (2): how many different numbers */
    double half_rows;  /* (3): the same with one step a row */
    char parts;        /* (4): 'A', 'B', 'C' or 'D' */
    char zero_clones;  /* (5): 'y' or 'n' */
    double zero_row;   /* (6): how many derivatives are 0 on one row */
    double zero_batch; /* (7): and on all four */
} clones;

clones answer(void);
