#define _XOPEN_SOURCE    700
#define _DARWIN_C_SOURCE /* _SC_NPROCESSORS_ONLN, on a Mac */

#include "parallel.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

enum { THREADS_MOST = 64 };

/* What one thread does. */
typedef struct {
    size_t next, end, stride;
    numbered_work work;
    void *state;
    progress_bar *bar; /* NULL: another thread draws */
} share;

static void *share_work(void *argument)
{
    const share *s = argument;
    for (size_t number = s->next; number < s->end; number += s->stride) {
        s->work(s->state, number);
        if (s->bar != NULL)
            progress_show(s->bar, number < s->bar->all ? number : 0);
    }
    return NULL;
}

void parallel_for(size_t threads, size_t first, size_t end,
                  numbered_work work, void *state, progress_bar *bar)
{
    pthread_t running[THREADS_MOST];
    share shares[THREADS_MOST];
    bool began[THREADS_MOST];
    if (threads > THREADS_MOST)
        threads = THREADS_MOST;
    for (size_t t = 1; t < threads; t++) {
        shares[t] = (share){first + t, end, threads, work, state, NULL};
        began[t] =
            pthread_create(&running[t], NULL, share_work, &shares[t]) == 0;
    }
    share own = {first, end, threads, work, state, bar};
    share_work(&own);
    for (size_t t = 1; t < threads; t++) {
        if (began[t])
            pthread_join(running[t], NULL);
        else
            share_work(&shares[t]);
    }
}

size_t cores_online(void)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1              ? 1
           : cores > THREADS_MOST ? THREADS_MOST
                                  : (size_t)cores;
}
