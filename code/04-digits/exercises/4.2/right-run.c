#include "answer.h"

#include <math.h>
#include <stdio.h>

/* Called like the book's, on purpose. */
double softmax_loss(const double z[], int n, int right, double p[]);
double sigmoid(double z);

double softmax_loss(const double z[], int n, int right, double p[])
{
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum += exp(z[k]);
    for (int k = 0; k < n; k++)
        p[k] = exp(z[k]) / sum;
    return -log(p[right]);
}

double sigmoid(double z)
{
    const double two[] = {z, 0};
    double p[2];
    softmax_loss(two, 2, 0, p);
    return p[0];
}

static void descend(double z[], int n, int right, int steps)
{
    double p[10];
    while (steps-- > 0) {
        softmax_loss(z, n, right, p);
        for (int k = 0; k < n; k++)
            z[k] -= 0.4 * (p[k] - (k == right));
    }
}

one_and_two answer(void)
{
    one_and_two a = {.same = 'd'};
    double z[10] = {-3}, p[10];
    softmax_loss(z, 1, 0, p);
    a.one_p = p[0];
    const int targets[] = {0, 0, 0, 1};
    for (int n = 0; n < 4; n++)
        a.one_accuracy += (p[0] > 0.5) == targets[n] ? 1 / 4.0 : 0;
    z[0] = 0.6;
    z[1] = -0.5;
    a.two_loss = softmax_loss(z, 2, 1, p);
    a.two_p = p[0];
    a.two_slope[0] = p[0];
    a.two_slope[1] = p[1] - 1;
    descend(z, 2, 1, 1);
    a.difference = z[0] - z[1];
    a.rate = (1.1 - a.difference) / sigmoid(1.1);
    for (int k = 0; k < 10; k++)
        z[k] = k == 3 ? 8 : -0.5;
    descend(z, 10, 7, 1000);
    for (int k = 0; k < 10; k++)
        a.sum += z[k];
    z[0] = 1000 / 2;
    z[1] = -100;
    softmax_loss(z, 2, 0, p);
    a.twice = softmax_loss(p, 2, 0, z);
    return a;
}

int main(void)
{
    printf("%g\n", answer().sum);
    return 0;
}
