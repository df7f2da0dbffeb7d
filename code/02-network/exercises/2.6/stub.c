/* Exercise 2.6, why a quarter, why a third. A network that cannot tell some
   rows apart gives the same answer p to all of them. Say it does so to m
   rows, of which k have the target 1 and the others 0, and gets the rest
   right. Find the p that leaves the least loss, half the sum of the
   squared errors, and that loss; first for any m and k, then for

     (a) the four rows of XOR, all tied;
     (b) the rows 01, 10 and 11 tied, and 00 right;
     (c) two rows with different targets tied, and the others right;
     (d) seven rows tied, three of them with the target 1.

   (1) Type the best p and the loss left, to four significant digits.
   (2) The 2-3-1 network starts with all parameters 1/2. To which of these
       does full-batch descent on XOR take it, if it has time enough?
       (Exercise 2.5 says how many different numbers it can hold.)
       'A' to (a): three equal units can do no more than one neuron, and
           one neuron was left there by XOR in chapter 1;
       'B' to (b): equal units can answer 00 apart from the others;
       'C' to (c): equal units can answer two rows as they like;
       'D' to none: given time enough, the units part and XOR is solved.

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

plateaus answer(void)
{
    return (plateaus){
        .p_a = TODO,
        .loss_a = TODO,
        .p_b = TODO,
        .loss_b = TODO,
        .p_c = TODO,
        .loss_c = TODO,
        .p_d = TODO,
        .loss_d = TODO,
        .where = '?',
    };
}
