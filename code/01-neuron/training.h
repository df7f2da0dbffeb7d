/* training.h: what every training run of this chapter shares. */
#pragma once

#include <stdbool.h>

/* How to train, as the command line has it. */
typedef struct {
    long epochs; /* passes over the data */
    double lr;   /* the learning rate, above 0 */
    bool check;  /* check the derivatives and do not train */
    bool quiet;  /* print no report */
} training;

/* True for the epochs that a report shows: 0, 1, 2, 5, 10, 20, 50, ... and
   the last. */
bool epoch_is_shown(long epoch, long last);

/* Prints a row of the report on training: the epoch and n numbers. */
void epoch_print(long epoch, const double numbers[], int n);

/* Says that the run left the finite numbers at this epoch. False. */
bool complain_diverged(long epoch);
