/* Exercise 3.4, Adam's first steps. Both averages begin at 0, beta1 is 0.9,
   beta2 is 0.999, and epsilon is so small that it does not matter. By a
   step we mean what is subtracted from a parameter, in units of the
   learning rate; it is below 0 where the parameter grows.

   (1) How long is Adam's first step if the gradient is 0.003, and how long
       if it is -40?
   (2) The first gradient was g, above 0. How long is the second step if
       the second gradient is equal to the first, if it is -g, if it is
       10 g, and if it is 0?
   (3) How long is the first step on g if neither average is corrected?
   (4) And with momentum alone, in units of lr g? (Here it goes along the
       average of the gradients; in exercise 2.9 it was a fading sum.)

   Four significant digits each; TODO stands for "not answered yet". */
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
