/* Exercise 2.5, clones stay clones. Two hidden units of the 2-3-1 network
   have the same two incoming weights, the same bias and the same outgoing
   weight.

   (1) Which derivatives of the loss are the same for both units?
       'A' those by their outgoing weights, and no others;
       'B' those by their outgoing weights and biases, but not those by
           their incoming weights, since x_1 and x_2 differ;
       'C' all of them in the sum over the four rows of XOR, but not on
           each row alone;
       'D' all of them, on every row and so in every sum.
   (2) All 13 parameters start at 1/2 and full-batch descent trains them
       on XOR, the rows 00, 01, 10 and 11. How many different numbers can
       they hold, at most, after an epoch or after many?
   (3) And with one step a row instead, the rows in order?
   (4) Of these changes to the run in (2), which one lets one hidden
       unit part from the two others?
       'A' b2 from 0.5 to 0.6;
       'B' the learning rate from 0.5 to 0.6;
       'C' the outgoing weight of one unit from 0.5 to 0.6;
       'D' none of these, since the incoming weights and the biases of the
           three units are still equal.
   (5) All 13 parameters start at 0. Are the three hidden units clones of
       one another, 'y' or 'n'?
   (6) How many of the 13 derivatives are exactly 0 at that start, on the
       row x = (0, 1), y = 1 alone?
   (7) And how many in the sum over the four rows?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

clones answer(void)
{
    return (clones){
        .same = '?',
        .half_batch = TODO,
        .half_rows = TODO,
        .parts = '?',
        .zero_clones = '?',
        .zero_row = TODO,
        .zero_batch = TODO,
    };
}
