/* judge.c: says in a page what tests/workbook/judge.c says in a terminal,
   of a run that a worker has watched.

   usage: judge SECRET COMPUTING WORD...   the words tell what became of it
   Reads what the answer printed from the file printed, and what its checks
   said from the file said. */
#include "verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 17 };

static void read_all(const char *name, char text[MOST])
{
    FILE *file = fopen(name, "r");
    if (file == NULL)
        return;
    const size_t length = fread(text, 1, MOST - 1, file);
    fclose(file);
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0')
            text[i] = '?';
}

int main(int argc, char **argv)
{
    static char printed[MOST], said[MOST];
    ending e = {.computing = argc > 2 ? strtod(argv[2], NULL) : 0.0};
    if (argc < 3)
        return EXIT_FAILURE;
    for (int a = 3; a < argc; a++) {
        const char *word = argv[a];
        e.flooded |= strcmp(word, "flood") == 0;
        e.computed_too_long |= strcmp(word, "computing") == 0;
        e.read_keys |= strcmp(word, "keys") == 0;
        if (strcmp(word, "abort") == 0)
            e.by = BY_ABORT;
        if (strcmp(word, "crash") == 0)
            e.by = BY_CRASH;
        if (strcmp(word, "division") == 0)
            e.by = BY_DIVISION;
        if (strncmp(word, "file:", 5) == 0) {
            e.wrote_file = true;
            snprintf(e.file, sizeof e.file, "%s", word + 5);
        }
    }
    read_all("printed", printed);
    read_all("said", said);
    return verdict_print(&e, printed, said, argv[1]) ? EXIT_SUCCESS
                                                     : EXIT_FAILURE;
}
