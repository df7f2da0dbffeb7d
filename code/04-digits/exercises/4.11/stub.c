/* Exercise 4.11, the kink. A unit makes of its z the larger of 0 and z,
   max(0, z). Type four significant digits.

   (1) How steep is max(0, z) at z = 0, coming from the left, and how steep
       coming from the right?
   (2) Which slope does the central difference find at z = 0? Say that the
       code's slope there is 0: which relative error does the check of
       chapter 1 report? And if it is 1?
   (3) With a nudge of 0.004, which slope does the central difference find
       at z = 0.001, and which at z = -0.001? What is the largest nudge with
       which it is right at both?
   (4) A leaky unit makes z of a z above 0, and 0.2 z of one below. Which
       slope does the central difference find at z = 0?
   (5) A unit, max(0, w x + b), has w = 0.8 and b = -0.5. On four rows its
       input is x = 0.2, 0.5, 0.9, 1.4, and the loss, which is a sum over
       the rows, has the slope dL/da = 0.6, -0.3, 0.2, -0.1 by the unit's
       output. How much are dL/dw and dL/db? After one step of gradient
       descent with the learning rate 5, on how many of the rows is the unit
       above 0?
   (6) A unit is at 0 on all rows, below its kink. Training goes on, by
       plain gradient descent. When can the unit come back?
       'A' In any layer, as long as the loss has not come to its least.
       'B' In the first hidden layer only: the weights that lead on from it
           still learn, and lift it.
       'C' In the second hidden layer, since what comes in changes as the
           first layer learns; not in the first.
       'D' In no layer, since its weights and its bias stay.
   (7) What still moves the weights of such a unit in the first layer, when
       it has come to be at 0 a step ago?
       'A' Nothing: its gradient is 0, whatever the optimizer makes of it.
       'B' Adam's m, which is not 0 as soon as the gradient is.
       'C' Another order of the rows.
       'D' A larger learning rate.
   (8) In a network 64-32-10 of such units 20 of the 32 are at 0 on some
       row, and no pixel of it is 0. Which share of the derivatives of this
       row's loss by all parameters is 0 for that reason?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

kink answer(void)
{
    return (kink){
        .left = TODO,
        .right = TODO,
        .central = TODO,
        .error_of_0 = TODO,
        .error_of_1 = TODO,
        .above = TODO,
        .below = TODO,
        .largest = TODO,
        .leaky = TODO,
        .dL_dw = TODO,
        .dL_db = TODO,
        .rows_above = TODO,
        .back = '?',
        .moves = '?',
        .share = TODO,
    };
}
