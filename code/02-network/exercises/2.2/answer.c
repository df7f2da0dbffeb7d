/* Exercise 2.2, one whole backward pass. A 2-3-1 network of sigmoids has

     W1 = (1, -1,   0;      b1 = (0, 0, 0),
           2, 0.5, -1),
     W2 = (2; -3; 0.5),     b2 = -2,

   row i of W1 for input i, column j for hidden unit j. It sees one row,
   x = (1, 0) with the target y = 1; the loss is half the square of the
   error. Go forward, then backward to all 13 derivatives, with a pocket
   calculator. Keep five digits on the way and type each number to four
   significant digits where NAN stands for "not answered yet". C counts
   from 0: h[0] is the first hidden unit, dL_dW1[1][0] belongs to the
   weight from the second input to the first hidden unit. */
#include "answer.h"

#include <math.h>

backward_pass answer(void)
{
    return (backward_pass){
        .h = {NAN, NAN, NAN},
        .z2 = NAN,
        .yhat = NAN,
        .dL_dz2 = NAN,
        .dL_dz1 = {NAN, NAN, NAN},
        .dL_dW1 = {{NAN, NAN, NAN}, {NAN, NAN, NAN}},
        .dL_db1 = {NAN, NAN, NAN},
        .dL_dW2 = {NAN, NAN, NAN},
        .dL_db2 = NAN,
    };
}
