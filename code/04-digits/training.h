/* training.h: mini-batches, epochs, and how well it went. */
#pragma once

#include "03-adam/optimizer.h"
#include "digits.h"
#include "mlp.h"
#include "plumbing/random.h"

/* A network in training. What it needs is allocated before it begins. */
typedef struct {
    const dataset *data;
    size_t *rows;         /* the numbers of the rows to train on */
    size_t count;         /* how many there are */
    size_t batch;         /* how many a step takes, from 1 on */
    bool shuffled;        /* are they, anew in each epoch? */
    random_stream stream; /* to draw that from */
    optimizer by;
    moments seen;
    mlp net, gradient;
    mlp_pass pass;
} training;

/* Room for the training of this network, which it takes over: its gradient,
   pass and moments. False: there is none. training_free gives the network
   back, too. */
bool training_prepare(training *t, mlp net);
void training_free(training *t);

/* The mean loss of some rows, size > 0, and its gradient. The pass p is
   only room to work in. */
double batch_gradient(const mlp *net, const dataset *d, const size_t rows[],
                      size_t size, mlp_pass *p, mlp *gradient);

/* An epoch: each row to train on once, a step a batch. The last batch has
   the rows that are left. */
void training_epoch(training *t);

/* The size of what a gradient has for the weights of layer l: the root of
   the mean of the squares. */
double layer_size(const mlp *gradient, int l);

/* The class of the largest of the logits, the first where several are. */
int largest(const double z[], int n);

/* How well some rows are answered. */
typedef struct {
    double loss; /* the mean of -log p of the right class */
    size_t right, rows;
} score;

/* Answers these rows, size > 0. counts, unless it is NULL, gets to how many
   of each class which answer was given. */
score evaluate(const mlp *net, const dataset *d, const size_t rows[],
               size_t size, mlp_pass *p, long counts[CLASSES][CLASSES]);
