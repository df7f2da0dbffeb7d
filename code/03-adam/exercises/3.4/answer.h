/* answer.h: what exercise 3.4 asks for. */
#pragma once

#include "todo.h"

/* Steps: what is subtracted from the parameter, in units of lr; below 0
   where the parameter grows. */
typedef struct {
    double first_small, first_large; /* (1) */
    double equal, opposite;          /* (2): second steps */
    double ten_times, none;          /* (2): second steps */
    double uncorrected;              /* (3) */
    double momentum;                 /* (4), in units of lr g */
} first_steps;

first_steps answer(void);
