/* answer.h: what exercise 3.8 asks for. */
#pragma once

#include "todo.h"

/* The epsilon with which the paper's step t (1 for the first) is the step
   that Keras makes with epsilon_hat, 0 or more; beta2 is in [0, 1). */
double epsilon_of_paper(double epsilon_hat, double beta2, long t);

/* The opposite: the epsilon_hat with which Keras's step t is the step that
   the paper makes with epsilon. */
double epsilon_of_keras(double epsilon, double beta2, long t);
