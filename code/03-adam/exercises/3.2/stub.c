/* Exercise 3.2, plateaus of cross-entropy. As in exercise 2.6, a network
   cannot tell some rows apart: it gives the same answer p to r of them, of
   which q have the target 1 and the others 0, and gets the rest so nearly
   right that they cost next to nothing. Find the p that leaves the least
   cross-entropy, for any r and q; then the loss, which is now a mean over
   all four rows, for

     (a) the four rows of XOR, all tied;
     (b) the rows 01, 10 and 11 of XOR tied, and 00 right;
     (c) two rows with different targets tied, and the two others right;
     (d) the four rows of AND, all tied: one of them has the target 1.

   (1) Type the best p and the loss left, to four significant digits.
   (2) Three rows are tied as in (b). Which of these losses has its best p
       somewhere else than half the square?
       'A' the square, without the half;
       'B' the cross-entropy, with logarithms to base 2;
       'C' the size of the error, |p - y|;
       'D' the cross-entropy plus half the square.

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

entropy_plateaus answer(void)
{
    return (entropy_plateaus){
        .p_a = TODO,
        .loss_a = TODO,
        .p_b = TODO,
        .loss_b = TODO,
        .p_c = TODO,
        .loss_c = TODO,
        .p_d = TODO,
        .loss_d = TODO,
        .moves = '?',
    };
}
