/* rejected with: what can be taken out of the exponents */
#include "answer.h"

#include <math.h>

double log_sum_exp(const double z[], int n)
{
    double sum = 0.0;
    for (int k = 0; k < n; k++)
        sum += exp(z[k] - z[0]);
    return z[0] + log(sum);
}
