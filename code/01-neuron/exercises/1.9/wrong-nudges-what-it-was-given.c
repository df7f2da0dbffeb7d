/* rejected with: changed its neuron or its sample */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    sample *given = (sample *)s;
    const double nudge = 1e-5;
    given->x += nudge;
    const double up = neuron_forward(n, s).loss;
    given->x -= 2.0 * nudge;
    const double down = neuron_forward(n, s).loss;
    return (up - down) / (2.0 * nudge);
}
