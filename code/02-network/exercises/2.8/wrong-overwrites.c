/* rejected with: only the last path is left */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    for (int j = 0; j < 3; j++)
        for (int k = 0; k < 2; k++)
            dL_dh[j] = dL_dz2[k] * W[j][k];
}
