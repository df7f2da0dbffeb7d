/* Exercise 1.4, the slope of the slope. Start from
   sigma(z) = 1 / (1 + e^-z), with a = sigma(z) for its output.

   (1) Derive sigma'(z) and write it in a alone. How much is it where
       a = 0.9?
   (2) Differentiate once more, by z, and write sigma''(z) in a alone. How
       much is it where a = 0.9?
   (3) At which z is sigma' largest?

   Type the three numbers where TODO stands for "not answered yet". */
#include "answer.h"

#include <math.h>

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = TODO,
        .second = TODO,
        .steepest = TODO,
    };
}
