/* rejected with: that multiplies by b */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    return d.dL_dz * n->b;
}
