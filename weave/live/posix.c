/* posix.c: what the programs ask of POSIX and WASI does not have, for the one thread and the small file system in memory that they
   find in a page. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pthread.h"

int pthread_create(pthread_t *thread, const void *attributes, void *(*start)(void *), void *argument)
{
    (void)thread, (void)attributes, (void)start, (void)argument;
    return EAGAIN; /* and the caller does the work itself */
}

int pthread_join(pthread_t thread, void **result)
{
    (void)thread, (void)result;
    return 0;
}

int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    (void)mutex;
    return 0;
}

int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    (void)mutex;
    return 0;
}

mode_t umask(mode_t mask)
{
    (void)mask;
    return 022;
}

int fchmod(int fd, mode_t mode)
{
    (void)fd, (void)mode;
    return 0;
}

/* Another way to the same stream; of a file nothing more is written. */
int dup(int fd)
{
    return open(fd == STDOUT_FILENO ? "/dev/stdout" : fd == STDERR_FILENO ? "/dev/stderr" : "/dev/null", O_WRONLY);
}

int mkstemp(char *name)
{
    char *const letters = name + strlen(name) - 6;
    int fd = -1;
    for (int number = 0; fd < 0 && number < 1000; number++) {
        snprintf(letters, 7, "%06d", number);
        fd = open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

/* Without links it is enough to take "." and ".." out of the name. */
char *realpath(const char *name, char *resolved)
{
    struct stat at;
    if (stat(name, &at) != 0)
        return NULL;
    char *const path = resolved != NULL ? resolved : malloc(strlen(name) + 2), *end = path;
    if (path == NULL)
        return NULL;
    *end = '\0';
    while (*name != '\0') {
        const size_t n = strcspn(name, "/");
        if (n == 2 && strncmp(name, "..", n) == 0) {
            end = strrchr(path, '/') != NULL ? strrchr(path, '/') : path;
        } else if (n > 0 && !(n == 1 && *name == '.')) {
            *end++ = '/';
            memcpy(end, name, n);
            end += n;
        }
        *end = '\0';
        name += n + (name[n] == '/');
    }
    if (end == path)
        strcpy(path, "/");
    return path;
}
