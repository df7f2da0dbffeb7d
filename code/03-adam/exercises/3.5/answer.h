/* answer.h: what exercise 3.5 asks for. */
#pragma once

#include "todo.h"

/* Lengths of steps, in units of the learning rate. */
typedef struct {
    double after_silence; /* (1): the second of the two steps */
    double steady;        /* (2) */
    double growth;        /* (3): from a gradient to the next one */
    double longest;       /* (3) */
    double without_m;     /* (4) */
    char slow_m;          /* (5): 'A', 'B', 'C' or 'D' */
} longest_steps;

longest_steps answer(void);
