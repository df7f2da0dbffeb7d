/* verdict.h: what is said of an answer, from how its process has ended,
   what it printed and what its checks said. judge.c watches the process;
   in a page of the book a worker does. */
#pragma once

#include <stdbool.h>

enum {
    FLOOD = 1 << 24,      /* bytes; a loop that prints is soon there */
    MOST_MEMORY = 1 << 10 /* MiB */
};

/* What ended the process: itself, or a signal of these kinds. */
typedef enum { BY_ITSELF, BY_ABORT, BY_CRASH, BY_DIVISION, BY_OTHER } cause;

/* What became of it. */
typedef struct {
    cause by;
    int signal; /* of BY_OTHER */
    bool flooded, computed_too_long, took_too_long;
    bool detached, read_keys, wrote_file;
    char file[256];           /* that it has left */
    double computing, taking; /* seconds that it might compute, and take */
} ending;

/* Prints the first lines of what the answer printed, then what is to be
   said, then "RIGHT of PARTS"; true if all are right. What the checks said
   ends with the secret and their counts, or they did not go through. The
   two texts are taken apart. */
bool verdict_print(const ending *e, char *printed, char *said,
                   const char *secret);
