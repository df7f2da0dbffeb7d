/* activation.h: what a hidden unit makes of its pre-activation. */
#pragma once

/* A function, and its slope from its output, as in chapter 1. */
typedef struct {
    double (*of)(double z);
    double (*slope)(double a); /* the slope of a = of(z) by z */
} activation;

/* The sigmoid of chapter 1, in [0, 1]; the hyperbolic tangent, in [-1, 1],
   with the slope 1 - a^2; and max(0, z), the rectified linear unit (Nair
   and Hinton, ICML 2010), whose slope at its kink is taken to be 0. */
extern const activation sigmoid_units, tanh_units, relu_units;
