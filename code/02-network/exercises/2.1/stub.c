/* Exercise 2.1, shapes and counts. A network has 4 inputs, one layer of 5
   hidden units and 2 outputs. Each hidden unit and each output has a bias
   and a sigmoid. The loss is summed over the outputs and over the rows of
   a full batch of 8.

   (1) How many parameters has the network?
   (2) How many exponentials does one forward pass of the batch take?
   (3) By how many paths does one weight of W1 reach the loss of one row?
   (4) By how many paths does it reach the loss of the batch?
   (5) How many forward passes of the batch do central differences need
       for one gradient?

   Type the five counts where TODO stands for "not answered yet". */
#include "answer.h"

#include <math.h>

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = TODO,
        .exponentials = TODO,
        .paths_row = TODO,
        .paths_batch = TODO,
        .passes = TODO,
    };
}
