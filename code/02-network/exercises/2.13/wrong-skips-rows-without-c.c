/* rejected with: it was not written to */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double yhat = p->yhat[n];
        if (c[n] == 0.0)
            continue;
        loss += c[n] * half_square(yhat, rows->y[n]);
        dL_dz2[n] =
            c[n] * (yhat - rows->y[n]) * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
