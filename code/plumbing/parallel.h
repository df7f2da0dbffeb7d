/* parallel.h: the same work for many numbers, on several cores at once. */
#pragma once

#include "progress.h"

#include <stddef.h>

/* Does the work of one number. Works of different numbers must not write
   to the same place. */
typedef void (*numbered_work)(void *state, size_t number);

/* Calls work(state, number) once for each number from first up to, not
   including, end, spread over so many threads (at least 1), and draws on
   the bar about how many are done. Thread t of T takes every T-th number
   from first + t on, so what each number gives cannot depend on T. A
   thread that the system refuses is done without. */
void parallel_for(size_t threads, size_t first, size_t end,
                  numbered_work work, void *state, progress_bar *bar);

/* How many threads this machine can run at once; at least 1, at most 64. */
size_t cores_online(void);
