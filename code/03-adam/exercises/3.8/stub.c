/* Exercise 3.8, what epsilon calls small. The gradient g of a parameter is
   the same in every step from the first on. Without epsilon each step of
   Adam would be 1 or -1; epsilon makes it shorter. By a step we mean what
   is subtracted from the parameter, in units of the learning rate; it is
   below 0 where the parameter grows. Which g makes such a step, above -1
   and below 1? Write a function for the paper's form (adam_step_inside),
   and one for step t in the form of Keras (adam_step), which adds
   epsilon-hat to the root of v as it is. t is a whole number, 1 in the
   first step and as large as 1e15; it is a double since an int ends long
   before. beta2 is in [0, 1) and may be very near to 1. The answers are to
   be right to ten digits. */
#include "answer.h"

#include <math.h>

double gradient_of_paper(double step, double epsilon)
{
    (void)step; /* only so that the compiler does not mind */
    (void)epsilon;
    return TODO; /* not answered yet */
}

double gradient_of_keras(double step, double epsilon_hat, double beta2,
                         double t)
{
    (void)step;
    (void)epsilon_hat;
    (void)beta2;
    (void)t;
    return TODO; /* not answered yet */
}
