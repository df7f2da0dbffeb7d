#include "parallel.h"

#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

enum { MOST = 64 };

static pthread_mutex_t alone = PTHREAD_MUTEX_INITIALIZER;

void parallel_lock(void)
{
    pthread_mutex_lock(&alone);
}

void parallel_unlock(void)
{
    pthread_mutex_unlock(&alone);
}

/* What the threads share: the last three with the lock held. */
typedef struct {
    numbered_work work;
    void *state;
    const char *what; /* NULL: nobody would see the progress */
    size_t n;
    size_t begun, ended, percent;
} task;

static void *numbers_take(void *argument)
{
    task *const t = argument;
    parallel_lock();
    while (t->begun < t->n) {
        const size_t number = t->begun++;
        parallel_unlock();
        t->work(t->state, number);
        parallel_lock();
        const size_t percent = ++t->ended * 100 / t->n;
        if (t->what != NULL && percent != t->percent)
            fprintf(stderr, "\r%zu of %zu %s", t->ended, t->n, t->what);
        t->percent = percent;
    }
    parallel_unlock();
    return NULL;
}

void parallel_for(size_t threads, size_t n, numbered_work work, void *state,
                  const char *what)
{
    const char *const seen = isatty(STDERR_FILENO) == 1 ? what : NULL;
    task t = {work, state, seen, n, 0, 0, 0};
    pthread_t others[MOST];
    size_t running = 1;
    while (running < threads && running < n && running < MOST &&
           pthread_create(&others[running], NULL, numbers_take, &t) == 0)
        running++;
    numbers_take(&t);
    while (--running > 0)
        pthread_join(others[running], NULL);
    if (t.ended > 0 && seen != NULL)
        fprintf(stderr, "\r\033[K");
}

size_t cores_online(void)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : (size_t)(cores < MOST ? cores : MOST);
}
