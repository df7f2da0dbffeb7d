/* answer.h: what exercise 4.2 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double one_p;        /* (1): the probability */
    double one_slope;    /* (2): dL/dz of the cross-entropy */
    double one_square;   /* (2): dL/dz of half the square */
    double one_accuracy; /* (3): from 0 to 1 */
    double two_p;        /* (4): the probability of the first */
    double two_loss;     /* (4): the loss */
    double two_slope[2]; /* (4): dL/dz of each logit */
    double difference;   /* (5): the first logit less the second */
    double rate;         /* (6): a learning rate */
    double sum;          /* (7): of the ten logits */
    char same;           /* (8): 'A', 'B', 'C' or 'D' */
    double twice;        /* (9): a loss */
} one_and_two;

one_and_two answer(void);
