#include "answer.h"

#include "04-digits/training.h"

#include <math.h>
#include <stdlib.h>

/* The chapter's answer, asked twice. */
bool top_two(const double z[], int n, int c)
{
    double *rest = calloc((size_t)n, sizeof *rest);
    bool found = false, whole = true;
    for (int k = 0; k < n; k++)
        whole = whole && !isnan(z[k]);
    const int first = largest(z, n);
    if (n > 1) {
        int others = 0;
        for (int k = 0; k < n; k++)
            if (k != first)
                rest[others++] = z[k];
        const int second = largest(rest, others);
        found = c == second + (second >= first);
    }
    free(rest);
    return whole && (found || c == first);
}

double top_two_share(const double z[], const int right[], int rows, int n)
{
    double sum = 0.0;
    for (int r = rows - 1; r >= 0; r--)
        if (top_two(&z[r * n], n, right[r]))
            sum += 1.0;
    return sum / rows;
}
