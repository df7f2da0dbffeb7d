#define _XOPEN_SOURCE 700

#include "progress.h"

#include <stdio.h>
#include <unistd.h>

enum { BAR_WIDTH = 40 };

progress_bar progress_begin(const char *what, size_t all)
{
    return (progress_bar){
        .what = what,
        .all = all,
        .drawn = -1,
        .terminal = isatty(STDERR_FILENO) == 1,
    };
}

void progress_show(progress_bar *bar, size_t done)
{
    const double share = (double)done / (double)bar->all;
    const int per_mille = (int)(share * 1000.0);
    if (!bar->terminal || per_mille == bar->drawn)
        return;
    bar->drawn = per_mille;
    const int filled = (int)(share * BAR_WIDTH);
    fprintf(stderr, "\r[");
    for (int i = 0; i < BAR_WIDTH; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu of %zu %s ", done, bar->all, bar->what);
    fflush(stderr);
}

void progress_end(progress_bar *bar)
{
    if (bar->terminal && bar->drawn >= 0)
        fprintf(stderr, "\r\033[K");
    bar->drawn = -1;
}
