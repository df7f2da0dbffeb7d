/* rejected with: the loss itself stands where */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    return f.loss * d.dyhat_dz * n->w;
}
