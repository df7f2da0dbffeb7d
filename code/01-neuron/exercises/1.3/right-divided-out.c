/* One over dL/dw, worked out in C; the letter in lower case. */
#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 0.5 * (1.0 + tanh(0.5 * z));
}

upside_down answer(void)
{
    const double yhat = sigmoid(-1.0 * 2.0 + 3.0);
    const double slope = (yhat - 0.0) * yhat * (1.0 - yhat) * 2.0;
    upside_down u = {.as_yhat_nears_y = 'b'};
    u.product = 1 / slope;
    u.times_slope = slope / slope;
    return u;
}
