/* A dot product, by recursion, and memory that nobody gives back. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

double dot(const double *a, const double *b, int length)
{
    return length == 0 ? 0.0 : *a * *b + dot(a + 1, b + 1, length - 1);
}

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    double *sums = calloc(3, sizeof *sums);
    if (sums == NULL)
        abort();
    for (int j = 2; j >= 0; j--)
        sums[j] = dot(W[j], dL_dz2, 2);
    memcpy(dL_dh, sums, 3 * sizeof *sums);
}
