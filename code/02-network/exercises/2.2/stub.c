/* Exercise 2.2, one whole backward pass. A 2-3-1 network of sigmoids has

     W1 = (1, -1,   0;      b1 = (0, 0, 0),
           2, 0.5, -1),
     W2 = (2; -3; 0.5),     b2 = -2,

   row i of W1 for input i, column j for hidden unit j. It sees one row,
   x = (1, 0) with the target y = 1; the loss is half the square of the
   error. Go forward, then backward to all 13 derivatives, with a pocket
   calculator. Keep five digits on the way and type each number to four
   significant digits where TODO stands for "not answered yet". C counts
   from 0: h[0] is the first hidden unit, dL_dW1[1][0] belongs to the
   weight from the second input to the first hidden unit. */
#include "answer.h"

#include <math.h>

backward_pass answer(void)
{
    return (backward_pass){
        .h = {TODO, TODO, TODO},
        .z2 = TODO,
        .yhat = TODO,
        .dL_dz2 = TODO,
        .dL_dz1 = {TODO, TODO, TODO},
        .dL_dW1 = {{TODO, TODO, TODO}, {TODO, TODO, TODO}},
        .dL_db1 = {TODO, TODO, TODO},
        .dL_dW2 = {TODO, TODO, TODO},
        .dL_db2 = TODO,
    };
}
