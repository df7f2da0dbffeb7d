#include "answer.h"

#include <math.h>
#include <stdio.h>

/* Called like the book's, on purpose. */
double softmax_loss(const double z[], int n, int right, double p[]);

double softmax_loss(const double z[], int n, int right, double p[])
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += exp(z[i]);
    for (int i = 0; i < n; i++)
        p[i] = exp(z[i]) / sum;
    return log(1 / p[right]);
}

softmax_by_hand answer(void)
{
    const double z[] = {-0.2, 1.1, 0.6};
    softmax_by_hand a = {.far = 'B', .sum_times = pow(exp(1), 7)};
    double p[10], moved[3];
    for (int i = 0; i < 3; i++)
        a.loss[i] = softmax_loss(z, 3, i, a.p);
    for (int i = 0; i < 3; i++)
        moved[i] = z[i] + 7;
    a.shifted_loss = softmax_loss(moved, 3, 0, p);
    for (int i = 0; i < 3; i++)
        moved[i] = 2 * z[i];
    softmax_loss(moved, 3, 0, p);
    a.doubled_p = p[1];
    a.doubled_odds = p[1] / p[0];
    const double same[200] = {0};
    double all[200];
    int n = 1;
    while (softmax_loss(same, n, 0, all) < 4.605)
        n++;
    a.classes = n;
    double ten[10] = {0};
    while (softmax_loss(ten, 10, 0, p) > log(2))
        ten[0] += 0.0001;
    a.lead = ten[0];
    return a;
}

int main(void)
{
    printf("%g\n", answer().classes);
    return 0;
}
