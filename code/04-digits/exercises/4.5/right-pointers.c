#include "answer.h"

static double dot(const double a[], const double b[], int n)
{
    return n == 0 ? 0.0 : dot(a, b, n - 1) + a[n - 1] * b[n - 1];
}

static double sum(const double *a, const double *b, const double *end)
{
    double s = 0.0;
    while (a < end)
        s += *a++ * *b++;
    return s;
}

void softmax_backward(const double p[], const double dL_dp[], int n,
                      double dL_dz[])
{
    const double s = n < 100 ? dot(p, dL_dp, n) : sum(p, dL_dp, p + n);
    for (const double *end = p + n; p < end; p++, dL_dp++, dL_dz++)
        *dL_dz = *p * *dL_dp - *p * s;
}
