/* answer.h: what exercise 1.9 asks for. */
#pragma once

#include "todo.h"

#include "01-neuron/neuron.h"

/* The derivative of the loss by the input x. */
double neuron_dL_dx(const neuron *n, const sample *s);
