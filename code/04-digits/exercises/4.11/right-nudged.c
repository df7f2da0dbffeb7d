#include "answer.h"

#include <math.h>
#include <stdio.h>

/* Called like the book's, on purpose. */
double central_difference(double (*f)(double z), double z, double nudge);
double relative_error(double analytic, double numeric);

double central_difference(double (*f)(double z), double z, double nudge)
{
    return (f(z + nudge) - f(z - nudge)) / (2 * nudge);
}

double relative_error(double analytic, double numeric)
{
    return fabs(analytic - numeric) / fmax(fabs(analytic), fabs(numeric));
}

static double relu(double z)
{
    return z > 0 ? z : 0;
}

static double leaky(double z)
{
    return z > 0 ? z : 0.2 * z;
}

kink answer(void)
{
    kink a = {.back = 'C', .moves = 'B'};
    a.left = (relu(-1e-6) - relu(0)) / -1e-6;
    a.right = (relu(1e-6) - relu(0)) / 1e-6;
    a.central = central_difference(relu, 0, 1e-5);
    a.error_of_0 = relative_error(0, a.central);
    a.error_of_1 = relative_error(1, a.central);
    a.above = central_difference(relu, 0.001, 0.004);
    a.below = central_difference(relu, -0.001, 0.004);
    while (central_difference(relu, 0.001, a.largest + 1e-7) > 1 - 1e-9)
        a.largest += 1e-7;
    a.leaky = central_difference(leaky, 0, 0.3);
    const double x[] = {0.2, 0.5, 0.9, 1.4},
                 dL_da[] = {0.6, -0.3, 0.2, -0.1};
    double w = 0.8, b = -0.5;
    for (int n = 0; n < 4; n++)
        if (w * x[n] + b > 0) {
            a.dL_dw += dL_da[n] * x[n];
            a.dL_db += dL_da[n];
        }
    w -= 5 * a.dL_dw;
    b -= 5 * a.dL_db;
    for (int n = 0; n < 4; n++)
        a.rows_above += w * x[n] + b > 0;
    int zeros = 0, all = 0;
    for (int j = 0; j < 32; j++)
        for (int i = 0; i < 64 + 1 + 10; i++) {
            zeros += j < 20;
            all++;
        }
    a.share = zeros / (all + 10.0);
    return a;
}

int main(void)
{
    printf("%g\n", answer().share);
    return 0;
}
