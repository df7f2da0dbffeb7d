/* rejected with: stops at z */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    return neuron_backward(s, &f).dL_dz;
}
