/* Exercise 2.4, Mazur's wrong number. Matt Mazur's example has 2 inputs,
   2 hidden units and 2 outputs, and one sample. After the forward pass,
   all that is needed here is this:

     W2 = (0.40, 0.50;      row j for hidden unit j, column k for output k
           0.45, 0.55)
     h = (0.593270, 0.596884)
     the deltas of the outputs: (0.138499, -0.038098)
     x_1 = 0.05, the weight from it to hidden unit 2 is 0.25, and the
     learning rate is 0.5.

   (1) By what does the path through output 1 contribute to dL/dh for
       hidden unit 2, and by what the path through output 2?
   (2) How much is dL/dh for hidden unit 2?
   (3) Somebody updates W2 first. What are the new weights from hidden
       unit 2 to the outputs?
   (4) What does (2) become with these new weights?
   (5) How much is the weight from x_1 to hidden unit 2 after one step, in
       the right order, where the gradient is worked out before anything
       is moved? And how much where W2 was updated first?

   (1) to (4) to four significant digits, (5) to six, where TODO stands for
   "not answered yet". C counts from 0: path[0] is through output 1. The
   article gives 0.291027924 for the loss after this step: when you are
   done, ask  build/02-network --mazur  which order that comes from. */
#include "answer.h"

#include <math.h>

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {TODO, TODO},
        .dL_dh = TODO,
        .W2_first = {TODO, TODO},
        .dL_dh_W2_first = TODO,
        .w = TODO,
        .w_W2_first = TODO,
    };
}
