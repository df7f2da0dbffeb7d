/* rejected with: runs down a column of W */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    for (int k = 0; k < 3; k++)
        dL_dh[k] = 0.0;
    for (int k = 0; k < 2; k++)
        for (int j = 0; j < 2; j++)
            dL_dh[k] += dL_dz2[j] * W[j][k];
}
