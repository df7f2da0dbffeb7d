/* check.h: the gradient checker. It nudges one number, looks at what the
   result does, and compares that with what a formula says. */
#pragma once

#include <stdbool.h>

/* Computes a result from what state points to. */
typedef double (*measured)(const void *state);

/* A derivative found by nudging. */
typedef struct {
    double slope; /* rise over run */
    double noise; /* how far that may be off */
} difference;

/* The central difference: the derivative of f(state) by the one number,
   which is a part of state and is in turn a nudge above and a nudge below
   its value, then what it was. Exact up to terms in nudge^2, and to
   rounding. nudge > 0. */
difference central_difference(measured f, void *state, double *number,
                              double nudge);

/* Adds to the noise what a sum z does on the way from the number to f. Its
   terms are rounded in the last of their own digits, however small z is
   where they cancel; and a nudge that moves z far measures a bend. terms:
   the sizes of z's terms, added up, times the slope of f by z. */
void sum_noise_add(difference *d, double nudge, double moves_z,
                   double terms);

/* How far two derivatives are apart, |analytic - numeric|, in units of the
   larger of them. Where both are too small for six good digits (below 1e-5
   or a million times the noise), in units of that bound instead. Right
   formulas give less than 1e-6. NaN if either is NaN. */
double relative_error(double analytic, difference numeric);

/* How far to nudge a number that is multiplied by factor on its way into
   z: so that z moves by about 1e-5 (or less, for a factor below 1), and
   the number by enough to be felt among its own digits. */
double nudge_size(double number, double factor);

/* A derivative found both ways, with its name and its formula as text. */
typedef struct {
    const char *name, *formula;
    double analytic;
    difference numeric;
} derivative;

/* Prints n derivatives as a table, analytic beside numeric; with their
   relative errors when errors is true. */
void derivatives_print(const derivative all[], int n, bool errors);

/* True if no relative error is above 1e-6; else names the first 16 that
   are, and tells how many more. A NaN is above. */
bool derivatives_agree(const derivative all[], int n);
