/* Exercise 1.10, where one neuron can rest on XOR. The neuron has two
   inputs; its loss is half the sum of the squared errors over the rows
   00, 01, 10, 11, whose targets are 0, 1, 1, 0. Three places:

     (a) w1 = w2 = b = 0, all four predictions are 1/2;
     (b) w1 = w2 = 20, b = -10, predictions as good as 0, 1, 1, 1;
     (c) w1 = 20, w2 = -20, b = -10, predictions as good as 0, 0, 1, 0.

   (1) What is the loss at each, if predictions that are nearly 0 or 1
       count as 0 or 1? Four digits.
   (2) A neuron far out answers 0 or 1 on every row, as good as. How many
       of the four rows of XOR can it get right at most?
   (3) At (b), how much is dL/dz for the row that is wrong? Two digits,
       such as 1.2e-3.
   (4) Gradient descent starts at (b) with learning rate 0.5. Does it come
       back from there within a million epochs, 'y' or 'n'?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

resting_places answer(void)
{
    return (resting_places){
        .loss_a = TODO,
        .loss_b = TODO,
        .loss_c = TODO,
        .most_rows = TODO,
        .slope_b = TODO,
        .comes_back = '?',
    };
}
