/* Exercise 2.11, rescue a start. Not every start of the default run solves
   XOR: uniform parameters, full batch, learning rate 0.5, 10000 epochs. Nor
   does every start solve it with shuffled rows, at the same learning rate
   and for as many epochs. Find a seed whose start fails in both runs. Then
   rescue that very start: choose a method, a learning rate, and at most
   MOST_EPOCHS epochs, with which training from it solves XOR. Two
   functions, each of which returns what you have found: no more C is
   needed.

   To try the seed N, from the folder of the book:

     build/02-network --seed N
     build/02-network --seed N --method shuffled
     build/02-network --seed N --method shuffled --lr 0.1 --epochs 500

   The last lines of the report are what came of it; --help names the other
   options. What --method calls gd, sgd and shuffled is METHOD_GD,
   METHOD_SGD and METHOD_SHUFFLED here.

   A seed of 0 and TODO stand for "not answered yet"; so seeds begin with
   1. */
#include "answer.h"

uint64_t failing_seed(void)
{
    return 0;
}

rescue rescue_plan(void)
{
    return (rescue){.method = METHOD_GD, .lr = TODO, .epochs = MOST_EPOCHS};
}
