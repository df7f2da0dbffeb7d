/* Exercise 2.15, one layer more. A 2-3-3-1 network of sigmoids has a first
   hidden layer h1, a second, h2, and one output. On the row x = (1, 2)
   with the target y = 1, its forward pass has found

     h1 = (0.26894, 0.92414, 0.88080),
     h2 = (0.33213, 0.90868, 0.52975),    yhat = 0.30919.

   Of its weights the way back needs those from the first layer to the
   second, row j for unit j of the first, column k for unit k of the
   second, and those from the second to the output:

     W2 = ( 1, -1,  2;      W3 = (2; -1; -2),
           -2,  1,  0.5;
            1,  3, -1).

   The loss is half the square of the error. Go back:

   (1) the delta of the output;
   (2) the three deltas of the second layer;
   (3) the three deltas of the first, each a sum over paths;
   (4) dL/dW3 for the weight from unit 2 of the second layer, dL/dW2 for
       the weight from unit 1 of the first to unit 3 of the second, and
       dL/dW1 for the weight from x_2 to unit 1 of the first.

   Keep five digits on the way and type each number to four significant
   digits where TODO stands for "not answered yet". C counts from 0:
   delta1[0] is the delta of unit 1. */
#include "answer.h"

#include <math.h>

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = TODO,
        .delta2 = {TODO, TODO, TODO},
        .delta1 = {TODO, TODO, TODO},
        .dL_dW3_2 = TODO,
        .dL_dW2_13 = TODO,
        .dL_dW1_21 = TODO,
    };
}
