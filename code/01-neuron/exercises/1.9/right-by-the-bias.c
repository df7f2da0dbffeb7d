#include "answer.h"

/* A nudge of x moves z by w times as much, as a nudge of b by w times as
   much would. */
double neuron_dL_dx(const neuron *n, const sample *s)
{
    neuron_pass pass[1];
    *pass = neuron_forward(n, s);
    return n->w * neuron_backward(s, pass).dL_db;
}
