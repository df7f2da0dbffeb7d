/* Both orders as a program, from the numbers that are given; its functions
   are called like the book's, and it has a main of its own. */
#include "answer.h"

#include <stdio.h>

static const double W2[2][2] = {{0.40, 0.50}, {0.45, 0.55}};
static const double h[2] = {0.593270, 0.596884};
static const double delta[2] = {0.138499, -0.038098};
static const double lr = 0.5;

double dot(const double *a, const double *b)
{
    return a[0] * b[0] + a[1] * b[1];
}

double sigmoid_prime_from_output(double output)
{
    return output - output * output;
}

void mazur_step(double W[2][2])
{
    for (int k = 0; k < 4; k++)
        W[k / 2][k % 2] = W2[k / 2][k % 2] - lr * h[k / 2] * delta[k % 2];
}

static double moved(double dL_dh)
{
    return 0.25 - lr * dL_dh * sigmoid_prime_from_output(h[1]) * 0.05;
}

mazur_orders answer(void)
{
    mazur_orders a;
    double after[2][2];
    mazur_step(after);
    for (int k = 0; k < 2; k++) {
        a.path[k] = delta[k] * W2[1][k];
        a.W2_first[k] = after[1][k];
    }
    a.dL_dh = dot(delta, W2[1]);
    a.dL_dh_W2_first = dot(delta, after[1]);
    a.w = moved(a.dL_dh);
    a.w_W2_first = moved(a.dL_dh_W2_first);
    return a;
}

int main(void)
{
    printf("%.6f\n", answer().w);
    return 0;
}
