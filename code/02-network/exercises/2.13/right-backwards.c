/* By recursion from the last row, with pow, and the slope from z2. */
#include "answer.h"

#include <math.h>

static double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double rows_before(int n, const batch *rows, const double *c,
                          const network_pass *p, double *dL_dz2)
{
    if (n == 0)
        return 0.0;
    n--;
    const double error = rows->y[n] - p->yhat[n];
    dL_dz2[n] = -error * sigmoid(p->z2[n]) * sigmoid(-p->z2[n]) * c[n];
    return pow(error, 2) * c[n] / 2 + rows_before(n, rows, c, p, dL_dz2);
}

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    return rows_before(rows->size, rows, c, p, dL_dz2);
}
