/* The transpose made in memory, then row times matrix. */
#include "answer.h"

static void transpose(const double from[3][2], double to[2][3])
{
    for (int j = 0; j < 3; j++)
        for (int k = 0; k < 2; k++)
            to[k][j] = from[j][k];
}

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    double transposed[2][3];
    transpose(W, transposed);
    for (int j = 0; j < 3; j++)
        dL_dh[j] = 0.0;
    for (int k = 0; k < 2; k++)
        for (int j = 0; j < 3; j++)
            dL_dh[j] += dL_dz2[k] * transposed[k][j];
}
