/* rejected with: the deltas are left out */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    (void)dL_dz2;
    for (int j = 0; j < 3; j++)
        dL_dh[j] = W[j][0] + W[j][1];
}
