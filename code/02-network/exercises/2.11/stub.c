/* Exercise 2.11, rescue a start. Not every start of the default run solves
   XOR: uniform parameters, full batch (METHOD_GD), learning rate 0.5,
   10000 epochs. Nor does every start solve it with METHOD_SHUFFLED, at the
   same learning rate and for as many epochs. Find a seed whose start fails
   in both runs. Then rescue that very start: choose a method and a
   learning rate, and at most MOST_EPOCHS epochs, with which training from
   it solves XOR. You may call anything of the chapter; start_train in
   02-network/many_starts.h trains the start of a seed. A seed of 0 and TODO
   stand for "not answered yet". */
#include "answer.h"

#include <math.h>

uint64_t failing_seed(void)
{
    return 0;
}

rescue rescue_plan(void)
{
    return (rescue){METHOD_GD, TODO, MOST_EPOCHS};
}
