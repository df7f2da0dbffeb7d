/* rejected with: c is in the loss, but not in its derivative */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double yhat = p->yhat[n], error = yhat - rows->y[n];
        loss += 0.5 * c[n] * error * error;
        dL_dz2[n] = error * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
