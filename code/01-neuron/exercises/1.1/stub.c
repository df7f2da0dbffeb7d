/* Exercise 1.1, one pass by hand. A neuron has w = -1 and b = 3; its
   sample is x = 2 with the target y = 0. Find the numbers of the pass
   forward and back with pencil and calculator, and type each to four
   significant digits where TODO stands for "not answered yet". */
#include "answer.h"

#include <math.h>

one_pass answer(void)
{
    return (one_pass){
        .z = TODO,
        .yhat = TODO,
        .L = TODO,
        .dL_dyhat = TODO,
        .dyhat_dz = TODO,
        .dL_dw = TODO,
        .dL_db = TODO,
    };
}
