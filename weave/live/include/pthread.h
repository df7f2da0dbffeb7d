/* pthread.h: of POSIX threads as much as plumbing/parallel.c asks for; see posix.c. */
#pragma once

#include <sys/types.h>

struct pthread_mutex_t {
    char none;
};
#define PTHREAD_MUTEX_INITIALIZER {0}

int pthread_create(pthread_t *thread, const void *attributes, void *(*start)(void *), void *argument);
int pthread_join(pthread_t thread, void **result);
int pthread_mutex_lock(pthread_mutex_t *mutex);
int pthread_mutex_unlock(pthread_mutex_t *mutex);
