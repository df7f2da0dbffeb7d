/* rejected with: the sum of the units before this one is still in it */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    double sum = 0.0;
    for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 2; k++)
            sum += dL_dz2[k] * W[j][k];
        dL_dh[j] = sum;
    }
}
