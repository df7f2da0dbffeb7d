/* rejected with: the slope of the sigmoid is taken at z */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const neuron_pass f = neuron_forward(n, s);
    const slopes d = neuron_backward(s, &f);
    return d.dL_dyhat * sigmoid_prime_from_output(f.z) * n->w;
}
