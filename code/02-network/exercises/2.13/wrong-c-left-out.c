/* rejected with: c is left out of the loss */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    (void)c;
    double loss = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double yhat = p->yhat[n], error = yhat - rows->y[n];
        loss += half_square(yhat, rows->y[n]);
        dL_dz2[n] = error * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
