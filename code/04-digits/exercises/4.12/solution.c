#include "answer.h"

#include <math.h>

bool top_two(const double z[], int n, int c)
{
    int before = 0; /* that go before class c */
    for (int k = 0; k < n; k++) {
        if (isnan(z[k]))
            return false;
        before += z[k] > z[c] || (z[k] == z[c] && k < c);
    }
    return before < 2;
}

double top_two_share(const double z[], const int right[], int rows, int n)
{
    int count = 0;
    for (int r = 0; r < rows; r++)
        count += top_two(z + r * n, n, right[r]);
    return (double)count / rows;
}
