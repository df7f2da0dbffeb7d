/* xor.h: the four rows that the network learns, and what it is to have
   learned them. */
#pragma once

#include "network.h"

#include <stdbool.h>

/* The four rows of XOR, inputs counting up: 00, 01, 10, 11. */
batch xor_rows(void);

/* How many rows have their prediction on the side of 1/2 where the target
   is. */
int rows_right(const batch *rows, const network_pass *p);

/* True if every prediction is within 0.1 of its target. */
bool rows_solved(const batch *rows, const network_pass *p);
