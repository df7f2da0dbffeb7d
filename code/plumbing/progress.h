/* progress.h: a bar on the terminal, for the minutes that a run may take.
   Nothing is drawn when standard error is not a terminal, so a log or a
   file never holds a bar. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *what; /* what is counted, such as "starts" */
    size_t all;       /* how many there are; at least 1 */
    int drawn;        /* the per mille drawn last; -1: none yet */
    bool terminal;    /* is there anyone to see it */
} progress_bar;

progress_bar progress_begin(const char *what, size_t all);

/* Draws the bar for the number done, from 0 to all, if it has changed by
   a thousandth. For one thread: others count, this one draws. */
void progress_show(progress_bar *bar, size_t done);

/* Wipes the bar away. */
void progress_end(progress_bar *bar);
