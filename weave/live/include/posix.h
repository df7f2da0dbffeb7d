/* posix.h: what WASI's headers leave out of POSIX; see posix.c. Every file of a program begins with it. */
#pragma once

#include <sys/types.h>

mode_t umask(mode_t mask);
int fchmod(int fd, mode_t mode);
int dup(int fd);
int mkstemp(char *name);
char *realpath(const char *name, char *resolved);
