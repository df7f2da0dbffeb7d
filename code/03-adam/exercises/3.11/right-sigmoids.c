#include "answer.h"

#include <math.h>
#include <stdio.h>

double sigmoid(double z);
double loss(const double yhat[4]);

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

double loss(const double yhat[4])
{
    return -(log(1 - yhat[0]) + log(yhat[1]) + log(yhat[2]) +
             log(1 - yhat[3])) /
           4;
}

predictions answer(void)
{
    predictions a;
    const double signs[] = {-1, 1, 1, -1};
    const double barely_right[] = {0.5, 0.5 + 1e-16, 0.5 + 1e-16, 0.5};
    for (int n = 0; n < 4; n++) {
        a.unsure[n] = sigmoid(signs[n] / 1e5);
        a.low[n] = sigmoid(n == 2 ? -0.01 : 12 * signs[n]);
        a.high[n] = sigmoid(n == 2 ? -600 : 2 * signs[n]);
    }
    a.most_right = loss(barely_right);
    a.least_wrong = loss(barely_right) / 4;
    return a;
}

int main(void)
{
    printf("%g\n", loss(answer().high));
    return 0;
}
