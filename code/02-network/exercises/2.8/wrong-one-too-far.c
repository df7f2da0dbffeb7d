/* rejected with: writes past the end of dL_dh */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    for (int j = 0; j <= 3; j++)
        dL_dh[j] = dL_dz2[0] * W[j][0] + dL_dz2[1] * W[j][1];
}
