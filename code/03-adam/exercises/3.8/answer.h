/* answer.h: what exercise 3.8 asks for. */
#pragma once

#include "todo.h"

/* The gradient that makes such a step, above -1 and below 1 (in units of
   the learning rate, below 0 where the parameter grows), if it is the same
   in every step from the first on.

   In the paper's form, with its epsilon, 0 or more. */
double gradient_of_paper(double step, double epsilon);

/* In the form of Keras, for step t (a whole number, 1 for the first); beta2
   is in [0, 1). */
double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t);
