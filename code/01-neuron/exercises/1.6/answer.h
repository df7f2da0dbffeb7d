/* answer.h: what exercise 1.6 asks for. */
#pragma once

/* The slope of f at x by the central difference, from the values of f at
   h above x and h below it; h > 0. Holds also where x + h and x - h have
   been rounded. */
double slope_by_nudging(double (*f)(double), double x, double h);
