/* answer.h: what exercise 4.8 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double steps;        /* (1): in 40 epochs */
    double epochs;       /* (1): at the least */
    double last_weight;  /* (2): how many times as much */
    double batch_mean;   /* (3): the mean of the batches' losses */
    double row_mean;     /* (3): the mean of the rows' losses */
    double short_epochs; /* (4): how many, on average */
    double noise;        /* (5): a standard deviation */
    double batch;        /* (5): how many rows */
    double per_step;     /* (6): how many times as many */
    double per_epoch;    /* (6): how many times as many */
    double expected;     /* (6): how many times as long */
    double summed;       /* (6): how many times as long */
} batches;

batches answer(void);
