/* messages.h: how a program says that something is wrong.
   Every message is one line on standard error and begins with the name
   of the program, so that it can be found in the log of a long script. */
#pragma once

#include <stdbool.h>

/* Exit codes of every program of this book. */
enum {
    EXIT_DONE = 0,    /* all went well */
    EXIT_FAILED = 1,  /* a run diverged, a check or a write failed */
    EXIT_REFUSED = 2, /* a bad option, value, name or input file */
};

/* The name that messages begin with, such as "01-neuron". */
void messages_begin_with(const char *program);

/* Prints "program: " and the text, formatted as by printf, and a line
   end. Control characters in the text are printed as '?', so that the
   message stays one line whatever the user typed. Returns false, so that
   a caller can write `return complain(…)`. */
bool complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
