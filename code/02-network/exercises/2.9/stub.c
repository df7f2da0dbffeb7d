/* Exercise 2.9, momentum. Plain descent forgets each gradient after its
   step. A heavy ball does not: it keeps a velocity, with a number for each
   parameter, and with mu from 0 to below 1 a step is

     velocity = mu velocity + gradient
     network  = network - lr velocity

   in this order, for all 13 parameters. Write it. The velocity is kept by
   the caller from step to step; a call takes it as it stands. */
#include "answer.h"

#include <math.h>

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    (void)velocity; /* only so that the compiler does not mind */
    (void)gradient;
    (void)lr;
    (void)mu;
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] = TODO; /* not answered yet */
}
