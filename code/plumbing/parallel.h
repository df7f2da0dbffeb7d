/* parallel.h: the same work for many numbers, on several cores at once. */
#pragma once

#include <stddef.h>

typedef void (*numbered_work)(void *state, size_t number);

/* Calls work(state, number) for each number below n, on that many threads
   (1 to 64, less those that the system refuses), each of which takes the
   next number when it is free. On a terminal, standard error shows how many
   are done of what. */
void parallel_for(size_t threads, size_t n, numbered_work work, void *state,
                  const char *what);

/* Between these two a work is alone, so that it can add to what is
   everybody's; in any order, so to sums and counts. */
void parallel_lock(void);
void parallel_unlock(void);

/* How many threads this machine runs at once: from 1 to 64. */
size_t cores_online(void);
