/* answer.h: what exercise 3.7 asks for. */
#pragma once

#include "todo.h"

typedef struct {
    double first;      /* (1): in lr */
    double largest_at; /* (2): t of the largest step */
    double largest;    /* (3): in lr */
    double tends_to;   /* (4): in lr */
    char corrected;    /* (5): 'A', 'B', 'C' or 'D' */
    double m_alone;    /* (6): in lr */
} uncorrected;

uncorrected answer(void);
