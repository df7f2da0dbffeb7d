/* answer.h: what exercise 3.1 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double yhat_a, yhat_b;      /* (1): the predictions */
    double square_a, entropy_a; /* (1): dL/dz of the two losses at (a) */
    double square_b, entropy_b; /* (1): and at (b) */
    double times;               /* (2): how many times as steep */
    double least_at;            /* (3): the yhat */
    double least;               /* (3): how many times as steep there */
    double least_chapters;      /* (4): for the losses of the chapters */
    char far_out;               /* (5): 'A', 'B', 'C' or 'D' */
} both_slopes;

both_slopes answer(void);
