/* answer_run.c: runs an answer that is a whole program where there are no
   processes: the worker has compiled it, and does what
   tests/workbook/answer_run.c does. */
#include "workbook.h"

#include <string.h>

#define FROM_WORKER(name)                                                  \
    __attribute__((import_module("worker"), import_name(#name)))

FROM_WORKER(there) int worker_there(void);
FROM_WORKER(run)
int worker_run(const char *file, const char *argument, char *bytes,
               size_t most, size_t *length, int *status);

bool answer_is_program(void)
{
    return worker_there() != 0;
}

/* Without an argument the worker puts the file on standard input. */
static void run(const char *file, const char *argument, answer_output *o)
{
    memset(o, 0, sizeof *o);
    o->ended = (answer_end)worker_run(
        file, argument, o->bytes, ANSWER_PRINTS, &o->length, &o->status);
}

void answer_run(const char *file, const char *argument, answer_output *o)
{
    run(file, argument, o);
}

void answer_feed(const char *input, answer_output *o)
{
    run(input, NULL, o);
}
