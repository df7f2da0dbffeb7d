/* rejected with: is it found by nudging */
#include "answer.h"

double neuron_dL_dx(const neuron *n, const sample *s)
{
    const sample right = {s->x + 1e-5, s->y}, left = {s->x - 1e-5, s->y};
    const double up = neuron_forward(n, &right).loss;
    const double down = neuron_forward(n, &left).loss;
    return (up - down) / 2e-5;
}
