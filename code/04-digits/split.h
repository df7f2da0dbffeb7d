/* split.h: which rows are trained on, and which are kept to test. */
#pragma once

#include "digits.h"
#include "plumbing/random.h"

/* How the rows are cut in two, and what --split calls it, in the same
   order. */
typedef enum {
    SPLIT_FILE,    /* as they stand in the file */
    SPLIT_SHUFFLED /* all rows shuffled first */
} split_kind;
extern const char split_words[];

/* The numbers of the rows: four fifths to train on, the rest to test. */
typedef struct {
    size_t *rows; /* those to train on first; NULL: no memory */
    size_t train, test;
} split;

/* The rows of the data, at least 2, cut in two. SPLIT_SHUFFLED draws from a
   stream of its own, so that of one seed it is always the same. */
split split_new(split_kind kind, const dataset *d, uint64_t seed);

void split_free(split *s);
