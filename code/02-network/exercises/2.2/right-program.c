/* The pass as a program, with functions called like the book's. */
#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

double sigmoid_prime_from_output(double h)
{
    return h * (1.0 - h);
}

double dot(int n, const double *a, const double *b)
{
    double sum = 0.0;
    while (n-- > 0)
        sum += *a++ * *b++;
    return sum;
}

static void outer(const double x[2], const double delta[3],
                  double product[2][3])
{
    for (int k = 0; k < 6; k++)
        product[k / 3][k % 3] = x[k / 3] * delta[k % 3];
}

backward_pass answer(void)
{
    const double columns_of_W1[3][2] = {
        {1.0, 2.0}, {-1.0, 0.5}, {0.0, -1.0}};
    const double W2[3] = {2.0, -3.0, 0.5}, b2 = -2.0;
    const double x[2] = {1.0, 0.0}, y = 1.0;
    backward_pass a;
    for (int j = 0; j < 3; j++)
        a.h[j] = sigmoid(dot(2, x, columns_of_W1[j]));
    a.z2 = dot(3, a.h, W2) + b2;
    a.yhat = sigmoid(a.z2);
    a.dL_db2 = a.dL_dz2 = (a.yhat - y) * sigmoid_prime_from_output(a.yhat);
    for (int j = 0; j < 3; j++) {
        const double back = a.dL_dz2 * W2[j];
        a.dL_db1[j] = a.dL_dz1[j] =
            back * sigmoid_prime_from_output(a.h[j]);
        a.dL_dW2[j] = a.h[j] * a.dL_dz2;
    }
    outer(x, a.dL_dz1, a.dL_dW1);
    return a;
}
