/* rejected by a sanitizer with: are two indices exchanged, or does a loop go too far? */
#include "answer.h"

void deltas_through(const double W[3][2], const double dL_dz2[2],
                    double dL_dh[3])
{
    for (int j = 0; j < 3; j++) {
        dL_dh[j] = 0.0;
        for (int k = 0; k < 2; k++)
            dL_dh[j] += dL_dz2[k] * W[k][j];
    }
}
