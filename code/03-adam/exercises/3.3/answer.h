/* answer.h: what exercise 3.3 asks for. */
#pragma once

#include "todo.h"

/* The cross-entropy of a row with the logit z and the label t, 1 or -1:
   log(1 + e^(-t z)), right to the last few bits for every z that a double
   can hold. */
double log_loss(double z, double t);

/* Its derivative by z, as right. */
double log_loss_slope(double z, double t);
