#include "answer.h"

#include <stdio.h>

/* Keeps the first and the second in one loop. */
bool top_two(const double z[], int n, int c)
{
    int first = -1, second = -1;
    for (int k = 0; k < n; k++) {
        if (z[k] != z[k])
            return false;
        if (first < 0 || z[k] > z[first]) {
            second = first;
            first = k;
        } else if (second < 0 || z[k] > z[second]) {
            second = k;
        }
    }
    return c == first || c == second;
}

double top_two_share(const double z[], const int right[], int rows, int n)
{
    int hits = 0, r = 0;
    while (r < rows) {
        hits += top_two(z, n, right[r++]);
        z += n;
    }
    return 1.0 * hits / rows;
}

int main(void)
{
    printf("%d\n", top_two((double[]){1, 2, 3}, 3, 1));
}
