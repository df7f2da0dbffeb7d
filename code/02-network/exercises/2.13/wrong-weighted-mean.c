/* rejected with: that is a mean, weighted by c */
#include "answer.h"

#include "01-neuron/neuron.h"

double weighted_squares(const batch *rows, const double c[ROWS],
                        const network_pass *p, double dL_dz2[ROWS])
{
    double loss = 0.0, sum_of_c = 0.0;
    for (int n = 0; n < rows->size; n++)
        sum_of_c += c[n];
    for (int n = 0; n < rows->size; n++) {
        const double yhat = p->yhat[n], share = c[n] / sum_of_c;
        loss += share * half_square(yhat, rows->y[n]);
        dL_dz2[n] =
            share * (yhat - rows->y[n]) * sigmoid_prime_from_output(yhat);
    }
    return loss;
}
