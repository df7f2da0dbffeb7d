/* messages.h: how a program says that something is wrong: in one line on
   standard error that begins with its name. */
#pragma once

#include <stdbool.h>

/* Exit codes: all went well; a run diverged, a check or a write failed; an
   option, a value, a name or an input file was bad. */
enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_REFUSED = 2 };

/* The name that messages begin with, such as "01-neuron". */
void messages_begin_with(const char *program);

/* Says a text, formatted as by printf. In it control characters become '?',
   and what else leaves nothing to see, such as a no-break space, is shown
   byte by byte: \xC2\xA0. Returns false: `return complain(…);` */
bool complain(const char *text, ...) __attribute__((format(printf, 1, 2)));
