/* answer.h: what exercise 3.3 asks for. */
#pragma once

#include "todo.h"

/* The cross-entropy of a row with the logit z and the label c, 1 or -1:
   log(1 + e^(-c z)), right to the last few bits for every z that a double
   can hold, both infinities among them; a NaN comes out a NaN. */
double log_loss(double z, double c);

/* Its derivative by z, as right. */
double log_loss_slope(double z, double c);
