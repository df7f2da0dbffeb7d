/* answer.h: what exercise 2.4 asks for. */
#pragma once

#include "todo.h"

/* Hidden unit 2 of Mazur's network; path[0] leads through output 1. */
typedef struct {
    double path[2];        /* (1): their contributions to dL/dh */
    double dL_dh;          /* (2) */
    double W2_first[2];    /* (3): its new weights to the outputs */
    double dL_dh_W2_first; /* (4): dL/dh by these */
    double w;              /* (5): the weight from x_1, right order */
    double w_W2_first;     /* (5): the same where W2 was updated first */
} mazur_orders;

mazur_orders answer(void);
