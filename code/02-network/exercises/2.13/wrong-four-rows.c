/* rejected with: a batch may hold fewer than four rows */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < ROWS; n++) {
        const double yhat = p->yhat[n], error = yhat - rows->y[n];
        loss += 0.5 * c[n] * error * error;
        dL_dz2[n] = c[n] * error * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
