/* rejected with: each row counts as the first does */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double yhat = p->yhat[n], error = yhat - rows->y[n];
        loss += c[0] * half_square(yhat, rows->y[n]);
        dL_dz2[n] = c[0] * error * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
