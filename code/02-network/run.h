/* run.h: a run, which is a network in training. */
#pragma once

#include "network.h"
#include "plumbing/random.h"

#include <stdbool.h>

typedef struct run run;
struct run {
    loss_function loss;
    batch rows;
    network net;          /* the start, and then where it has come to */
    random_stream stream; /* for a method that draws */
    long epochs;          /* how many to train */
    long epoch;           /* how many have begun; 0 at the start */

    /* What the network makes of all rows: at the end of the run, and in
       each epoch before its steps. */
    network_pass pass;
    double L, dL_dz2[ROWS];
    bool diverged; /* L or a parameter was no longer finite */

    /* Called, unless it is NULL, at the start and after each epoch. */
    void (*watch)(const run *r, void *watcher);
    void *watcher;
};

/* To be asked before each epoch: passes all rows through the network and
   fills in pass, L and dL_dz2. False if the last epoch is over or the run
   has diverged. */
bool run_goes_on(run *r);

/* The pass alone, which also says whether the run has diverged. */
void run_look(run *r);

/* What is taken for the gradient of a loss at a pass of some rows; how
   points to what the function has to know besides. */
typedef void (*backward_function)(const void *how, const network *net,
                                  const batch *rows, const network_pass *p,
                                  const double dL_dz2[ROWS],
                                  network *gradient);

/* The steps of one epoch: one, along the gradient of all rows. */
void epoch_by_batch(run *r, double lr, backward_function backward,
                    const void *how);

/* The steps of one epoch: one for each row, in order or, drawn from the
   run's stream, in a new order. */
void epoch_by_rows(run *r, double lr, backward_function backward,
                   const void *how, bool shuffled);

/* network_backward, which needs no how; a backward_function. */
void right_backward(const void *how, const network *net, const batch *rows,
                    const network_pass *p, const double dL_dz2[ROWS],
                    network *gradient);

/* A way of training: down which loss, by which steps. */
typedef struct {
    loss_function loss;
    const char *loss_text; /* "half the sum of …", for the report */
    const char *memory;    /* what it remembers of its steps, or NULL */
    backward_function backward; /* the gradient that it follows */
    void (*train)(const void *how, run *r); /* to the end of the run */
    const void *how;                        /* handed to both */
} trainer;
