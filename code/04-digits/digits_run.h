/* digits_run.h: a plan of a training, and what it becomes: data that is cut
   in two, a network with a start, and an optimizer. */
#pragma once

#include "mlp_start.h"
#include "split.h"
#include "training.h"

typedef struct {
    const dataset *data;
    split_kind split;
    int depth;
    int units[DEPTH_MOST + 1];
    activation hidden;
    mlp_init init;
    optimizer by;
    size_t batch;
    bool shuffled; /* the rows, in each epoch */
    uint64_t seed;
} digits_plan;

/* What the program does without options: 64-32-10, sigmoids, Glorot's
   start, Keras's Adam at 0.01, batches of 32, the rows shuffled. */
digits_plan digits_plan_usual(void);

/* A training under way, of the rows that a split has. */
typedef struct {
    split s;
    training t;
} digits_run;

/* Begins the plan with this seed: draws the start; what the stream has left
   is for the epochs. A network given, its parameters read, takes the place
   of the start. False, after saying why, if there is no memory;
   digits_run_free gives back what there is, the network, too. */
bool digits_run_begin(digits_run *r, const digits_plan *plan, uint64_t seed,
                      const mlp *given);
void digits_run_free(digits_run *r);

/* How well the rows to train on are answered, and the others. False if a
   loss or a parameter is no longer finite. */
bool split_evaluate(training *t, const split *s, score *seen,
                    score *unseen);
