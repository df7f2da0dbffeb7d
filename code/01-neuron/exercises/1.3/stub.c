/* Exercise 1.3, the reciprocal trap. The notebook multiplies
   dyhat/dL dz/dyhat dw/dz: each local slope upside down.

   (1) What does its product give for the neuron of exercise 1.1, w = -1,
       b = 3, x = 2, y = 0? Four significant digits.
   (2) As training brings yhat nearer and nearer to y,
       'A' both dL/dw and the notebook's product go to 0,
       'B' dL/dw goes to 0, the product grows without bound,
       'C' dL/dw grows without bound, the product goes to 0,
       'D' both settle at a number that is not 0.
   (3) What is the product times dL/dw, for any neuron and sample where
       both exist? */
#include "answer.h"

#include <math.h>

upside_down answer(void)
{
    return (upside_down){
        .product = TODO,
        .as_yhat_nears_y = '?',
        .times_slope = TODO,
    };
}
