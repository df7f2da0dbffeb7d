/* Exercise 4.1, softmax by hand. A network has three answers to choose
   from, and gives one row the logits z = (-0.2, 1.1, 0.6). Type four
   significant digits; [0], [1] and [2] are for the first, the second and
   the third answer.

   (1) What are their probabilities?
   (2) What is the loss if the first is the right one, if the second is,
       and if the third is?
   (3) 7 is added to each of the three logits. How many times as large is
       the sum of the exponentials, and what is the loss now if the first
       answer is the right one?
   (4) Take the logits of the beginning and double each. What is the
       probability of the second answer now, and how many times that of
       the first is it?
   (5) Instead of 2, take a larger and larger number to multiply all three
       by. What do the probabilities go to?
       'A' To a third each.
       'B' To 1 for the largest logit, and to 0 for the others.
       'C' To 1 where a logit is above 0, and to 0 where it is below.
       'D' They stay as they were, as they do when a number is added.
   (6) Another network, just begun, gives every answer the same logit on
       every row. Its loss is 4.605. From how many answers does it choose?
   (7) A network with ten answers gives nine of them the same logit. How far
       above it must the logit of the tenth be for a probability of one
       half?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

softmax_by_hand answer(void)
{
    return (softmax_by_hand){
        .p = {TODO, TODO, TODO},
        .loss = {TODO, TODO, TODO},
        .sum_times = TODO,
        .shifted_loss = TODO,
        .doubled_p = TODO,
        .doubled_odds = TODO,
        .far = '?',
        .classes = TODO,
        .lead = TODO,
    };
}
