/* rejected with: twice as large; what does the half */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const double yhat = neuron_forward(n, s).yhat;
    const double dL_dyhat = 2.0 * (yhat - s->y);
    return dL_dyhat * yhat * (1.0 - yhat) * n->w;
}
