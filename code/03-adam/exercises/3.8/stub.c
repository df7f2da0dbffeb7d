/* Exercise 3.8, epsilon for epsilon-hat. The paper adds epsilon to the
   root of the corrected v (adam_step_inside), Keras adds epsilon-hat to
   the root of v as it is (adam_step). For any one step there is an epsilon
   that makes the paper's step equal to Keras's, whatever the gradients
   were. Write the function that finds it, and its opposite. t is 1 in the
   first step and may be as large as a long can be; beta2 is in [0, 1) and
   may be very near to 1. The answers are to be right to ten digits. */
#include "answer.h"

#include <math.h>

double epsilon_of_paper(double epsilon_hat, double beta2, long t)
{
    (void)epsilon_hat; /* only so that the compiler does not mind */
    (void)beta2;
    (void)t;
    return TODO; /* not answered yet */
}

double epsilon_of_keras(double epsilon, double beta2, long t)
{
    (void)epsilon;
    (void)beta2;
    (void)t;
    return TODO; /* not answered yet */
}
