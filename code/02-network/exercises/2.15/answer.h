/* answer.h: what exercise 2.15 asks for. */
#pragma once

#include "todo.h"

/* The way back through two hidden layers. */
typedef struct {
    double delta3;    /* (1): dL/dz3, of the output */
    double delta2[3]; /* (2): dL/dz2, of the second hidden layer */
    double delta1[3]; /* (3): dL/dz1, of the first */
    double dL_dW3_2;  /* (4): from unit 2 of the second layer to output */
    double dL_dW2_13; /* (4): from unit 1 of the first to 3 of the second */
    double dL_dW1_21; /* (4): from x_2 to unit 1 of the first */
} deep_deltas;

deep_deltas answer(void);
