/* answer.h: what exercise 1.4 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double first;    /* (1): sigma'(z) where the output is 0.9 */
    double second;   /* (2): sigma''(z) at the same z */
    double steepest; /* (3): the z at which sigma' is largest */
} sigmoid_slopes;

sigmoid_slopes answer(void);
