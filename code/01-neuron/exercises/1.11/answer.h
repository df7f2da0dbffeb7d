/* answer.h: what exercise 1.11 asks for. */
#pragma once

#include "todo.h"

#include "01-neuron/neuron.h"

/* The derivatives of the loss |yhat - y| by w and by b, at the point where
   the forward pass f went through (its loss is still half the square).
   Both are 0 where yhat equals y. */
neuron absolute_backward(const sample *s, const neuron_pass *f);

/* The letter of the answer to the question on paper. */
char across_the_kink(void);
