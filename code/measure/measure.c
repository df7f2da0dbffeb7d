#include "measure.h"
#include "plumbing/messages.h"

#include <stdlib.h>

enum { FILES_MOST = 8 };

int measure_main(int argc, char *argv[], const char *program,
                 const char *const names[], int n,
                 bool (*write)(const output_file files[]))
{
    char paths[FILES_MOST][FILENAME_MAX];
    output_file files[FILES_MOST] = {{.stream = NULL}};
    messages_begin_with(program);
    if (argc != 2) {
        complain("expected the folder to write into");
        return EXIT_REFUSED;
    }
    for (int f = 0; f < n; f++) {
        snprintf(paths[f], FILENAME_MAX, "%s/%s", argv[1], names[f]);
        if (!output_open(&files[f], paths[f]))
            return EXIT_FAILED;
    }
    bool kept = write(files);
    for (int f = 0; f < n; f++)
        kept = output_commit(&files[f]) && kept;
    return kept ? EXIT_DONE : EXIT_FAILED;
}

static int double_compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void numbers_sort(double numbers[], size_t n)
{
    qsort(numbers, n, sizeof numbers[0], double_compare);
}

double quantile(const double sorted[], size_t n, double share)
{
    return sorted[(size_t)(share * (double)n)];
}
