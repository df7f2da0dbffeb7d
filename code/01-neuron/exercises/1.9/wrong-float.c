/* rejected with: right in the first digits only */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    const float error = (float)d.dL_dyhat;
    return error * (float)d.dyhat_dz * (float)n->w;
}
