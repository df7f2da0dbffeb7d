/* answer.h: what exercise 1.2 asks for. */
#pragma once

#include "todo.h"

/* The sign of dL/dw in each of the five settings: '+', '-' or '0'. */
typedef struct {
    char a, b, c, d, e;
} five_signs;

five_signs answer(void);
