/* answer.h: what exercise 1.3 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double product;       /* (1): dyhat/dL dz/dyhat dw/dz, a number */
    char as_yhat_nears_y; /* (2): 'A', 'B', 'C' or 'D' */
    double times_slope;   /* (3): that product times dL/dw */
} upside_down;

upside_down answer(void);
