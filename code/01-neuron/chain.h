/* chain.h: the chain of one neuron and one sample, to be checked link by
   link. */
#pragma once

#include "check.h"
#include "neuron.h"

/* A neuron, its sample, and the pass between them: all the numbers that a
   check may nudge. */
typedef struct {
    neuron n;
    sample s;
    neuron_pass f;
} chain;

/* The local slopes and the derivatives by w and b, in the order of slopes;
   dL_dz is not among them. */
enum { CHAIN_DERIVATIVES = 6 };

/* Finds each by the chain rule and by nudging. */
void chain_derivatives(chain c, derivative all[CHAIN_DERIVATIVES]);
