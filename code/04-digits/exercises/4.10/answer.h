/* answer.h: what exercise 4.10 asks for. */
#pragma once

#include "todo.h"

#include "04-digits/mlp.h"
#include "04-digits/split.h"

enum { EPOCHS = 60 };

/* What was learnt from the rows to train on, and how well it does. */
typedef struct {
    /* Pixel i goes in as (x[i] - mean[i]) * factor[i]: less its mean over
       all the rows to train on, and divided by its deviation there; where
       that is 0, the factor is 1. */
    double mean[PIXELS], factor[PIXELS];
    mlp net;      /* from PIXELS inputs to CLASSES logits in one layer */
    size_t right; /* how many of the rows to test it answers rightly */
} learnt;

/* Trains on the rows of the split that are to be trained on, and tests on
   the others, of which mean, factor and net know nothing. Who calls it
   gives net back. */
learnt learn(const dataset *d, const split *s);
