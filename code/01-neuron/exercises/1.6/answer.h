/* answer.h: what exercise 1.6 asks for. */
#pragma once

#include "todo.h"

/* The slope of f at x by the central difference, from the values of f at
   nudge above x and nudge below it, and no others; nudge > 0. Holds also
   where x + nudge and x - nudge have been rounded. */
double slope_by_nudging(double (*f)(double), double x, double nudge);
