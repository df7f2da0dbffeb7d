#include "answer.h"

#include <math.h>
#include <stdio.h>

/* Called like the book's, on purpose. */
void softmax_loss_slope(const double p[], int n, int right, double dL_dz[]);

static void jacobian_of(const double p[], double J[3][3])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            J[i][j] = p[i] * ((i == j) - p[j]);
}

void softmax_loss_slope(const double p[], int n, int right, double dL_dz[])
{
    double J[3][3];
    jacobian_of(p, J);
    for (int j = 0; j < n; j++)
        dL_dz[j] = -1 / p[right] * J[right][j];
}

jacobian answer(void)
{
    const double p[] = {0.1, 0.6, 0.3}, v[] = {1, 2, -1}, y[] = {0, 0, 1};
    double J[3][3];
    jacobian_of(p, J);
    jacobian a = {.own = J[1][1], .other = J[0][1], .sure = 'B'};
    while (a.p_first * (1 - a.p_first) < 0.16)
        a.p_first += 1e-6;
    a.missing = a.p_first * -(1 - a.p_first - 0.5 - 0.2);
    a.directions = 10 - 3;
    a.directions--;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            a.moved[i] += J[i][j] * v[j];
            a.square[j] += (p[i] - y[i]) * J[i][j];
        }
    a.dL_dp = -1 / p[2];
    softmax_loss_slope(p, 3, 2, a.dL_dz);
    return a;
}

int main(void)
{
    printf("%g\n", answer().moved[0]);
    return 0;
}
