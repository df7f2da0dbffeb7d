/* rejected with: the c of each row meets the error of each row */
#include "answer.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    const double loss = half_squares(rows, p, dL_dz2);
    double sum_of_c = 0.0;
    for (int n = 0; n < rows->size; n++) {
        sum_of_c += c[n];
        dL_dz2[n] *= c[n];
    }
    return sum_of_c * loss;
}
