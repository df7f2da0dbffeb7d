/* Exercise 3.4, Adam's first steps. Both averages begin at 0, and epsilon
   is so small that it does not matter. These are not the usual constants:
   beta1 is 0.8 and beta2 is 0.99. By a step we mean what is subtracted from
   a parameter, in units of the learning rate; it is below 0 where the
   parameter grows.

   (1) What is Adam's first step if the gradient is 0.003, and what if it
       is -40?
   (2) The first gradient was g, above 0. What is the second step if the
       second gradient is equal to the first, if it is -g, if it is 10 g,
       and if it is 0?
   (3) What is the first step on g if neither average is corrected?
   (4) And with momentum alone, in units of lr g? (Here it goes along the
       average of the gradients; in exercise 2.9 it was a fading sum.)

   Each with its sign, to four significant digits; TODO stands for "not
   answered yet". */
#include "answer.h"

#include <math.h>

first_steps answer(void)
{
    return (first_steps){
        .first_small = TODO,
        .first_large = TODO,
        .equal = TODO,
        .opposite = TODO,
        .ten_times = TODO,
        .none = TODO,
        .uncorrected = TODO,
        .momentum = TODO,
    };
}
