/* check.h: the gradient checker. It nudges one number, looks at what the
   result does, and compares that with what a formula says. */
#pragma once

/* Computes a result from what state points to. */
typedef double (*measured)(const void *state);

/* A derivative found by nudging. */
typedef struct {
    double slope; /* rise over run */
    double noise; /* how far rounding may have moved the slope */
} difference;

/* The central difference: the derivative of f(state) by the one number,
   which is a part of state and is h above and h below its value in turn,
   then what it was. Exact up to terms in h^2, and to rounding. h > 0. */
difference central_difference(measured f, void *state, double *number,
                              double h);

/* How far two derivatives are apart, |a - n|, in units of the larger of
   them. Where both are too small for six good digits of n (below 1e-5 or
   a million times the noise), in units of that bound instead. Right
   formulas give less than 1e-6. NaN if either is NaN. */
double relative_error(double analytic, difference numeric);

/* The largest relative error that passes. */
extern const double error_most;
