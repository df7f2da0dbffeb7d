/* mlp_check.h: the derivatives of a network of any depth, by the chain rule
   and by nudging. */
#pragma once

#include "01-neuron/check.h"
#include "training.h"

/* What a parameter is called, and how its derivative is worked out. */
typedef struct {
    char name[36], formula[56];
} parameter_text;

/* The derivatives of the mean loss of some rows by all parameters. */
typedef struct {
    int count;
    derivative *all;       /* in the order of mlp.all; NULL: no memory */
    parameter_text *texts; /* one for each */
    int kinks; /* how many stand at a kink, where there is no derivative */
} mlp_derivatives;

/* Computes them, for the network of t as it is. A nudge that moves a unit
   past the kink of max(0, z) is made smaller, down to a thousandth; one
   that still does is not compared: its slope is then that of the chain
   rule, and it is counted under kinks. */
mlp_derivatives mlp_derivatives_new(training *t, const size_t rows[],
                                    size_t size);
void mlp_derivatives_free(mlp_derivatives *d);

/* Prints each, and for each matrix how many there are and the largest
   error. */
void mlp_derivatives_print(const mlp_derivatives *d, const mlp *net);
