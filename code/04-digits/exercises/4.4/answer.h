/* answer.h: what exercise 4.4 asks for. [0], [1] and [2] are for the three
   answers or their logits. */
#pragma once

#include "todo.h"

typedef struct {
    double own;        /* (1): dp2/dz2 */
    double other;      /* (1): dp1/dz2 */
    double missing;    /* (2): the entry that is missing */
    double p_first;    /* (2): the probability of that answer */
    double moved[3];   /* (3): how far each p moves, per t */
    double directions; /* (4): how many */
    double dL_dp;      /* (5): by the right answer's p */
    double dL_dz[3];   /* (5): of the cross-entropy */
    double square[3];  /* (6): dL/dz of half the squares */
    char sure;         /* (7): 'A', 'B', 'C' or 'D' */
} jacobian;

jacobian answer(void);
