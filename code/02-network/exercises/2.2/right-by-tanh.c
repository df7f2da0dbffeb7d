/* The sigmoid is (1 + tanh(z / 2)) / 2, and its slope (1 - tanh^2) / 4. */
#include "answer.h"

#include <math.h>

static double value(double z)
{
    return (1.0 + tanh(z / 2.0)) / 2.0;
}

static double slope(double z)
{
    return (1.0 - pow(tanh(z / 2.0), 2.0)) / 4.0;
}

backward_pass answer(void)
{
    const double z1[] = {1.0, -1.0, 0.0}, W2[] = {2.0, -3.0, 0.5};
    backward_pass a = {.z2 = -2.0};
    for (int j = 0; j < 3; j++)
        a.z2 += W2[j] * (a.h[j] = value(z1[j]));
    a.yhat = value(a.z2);
    a.dL_db2 = a.dL_dz2 = (a.yhat - 1.0) * slope(a.z2);
    for (int j = 0; j < 3; j++) {
        a.dL_dz1[j] = slope(z1[j]) * W2[j] * a.dL_dz2;
        a.dL_dW1[0][j] = a.dL_db1[j] = a.dL_dz1[j];
        a.dL_dW2[j] = a.dL_dz2 * a.h[j];
    }
    return a;
}
