/* answer.h: what exercise 4.1 asks for. [0], [1] and [2] are for the three
   answers. */
#pragma once

#include "todo.h"

typedef struct {
    double p[3];         /* (1): their probabilities */
    double loss[3];      /* (2): the loss if this is the right one */
    double sum_times;    /* (3): how many times as large the sum is */
    double shifted_loss; /* (3): the loss if the first is the right one */
    double doubled_p;    /* (4): the probability of the second */
    double doubled_odds; /* (4): how many times that of the first it is */
    char far;            /* (5): 'A', 'B', 'C' or 'D' */
    double classes;      /* (6): how many */
    double lead;         /* (7): how far above the others */
} softmax_by_hand;

softmax_by_hand answer(void);
