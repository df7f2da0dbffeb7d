#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

double half_sum_of_squares(const double errors[4])
{
    double sum = 0;
    for (int row = 0; row < 4; row++)
        sum += errors[row] * errors[row];
    return sum / 2;
}

resting_places answer(void)
{
    const double shrugs[] = {1.0 / 2, -1.0 / 2, -1.0 / 2, 1.0 / 2};
    const double last_wrong[] = {0, 0, 0, 1}, one_wrong[] = {0, -1, 0, 0};
    const double z = 20 + 20 - 10, yhat = sigmoid(z);
    resting_places r;
    r.loss_a = half_sum_of_squares(shrugs);
    r.loss_b = half_sum_of_squares(last_wrong);
    r.loss_c = half_sum_of_squares(one_wrong);
    r.most_rows = 3;
    r.slope_b = (yhat - 0) * yhat * (1 - yhat);
    r.comes_back = 'N';
    return r;
}
