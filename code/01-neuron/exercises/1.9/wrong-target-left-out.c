/* rejected with: the target is left out */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    return f.yhat * d.dyhat_dz * n->w;
}
