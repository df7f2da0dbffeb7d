/* rejected with: that has a factor for w and one for x */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    return d.dL_dw * n->w;
}
