/* Exercise 3.10, what an epoch is. model.fit is called with its defaults:
   in an epoch each row is seen once, in batches of 32 rows, the last of
   which may be smaller, and one step is made for each batch. There are
   N = 4, N = 100 or N = 1000 rows; [0], [1] and [2] are for these.

   (1) How many steps does an epoch make?
   (2) How many rows has the last batch of an epoch?
   (3) How many steps are made in all, in 2000 epochs of 4 rows, in 50
       epochs of 100, and in 30 epochs of 1000?
   (4) N = 4. The history that model.fit returns has one loss for each
       epoch. What is the first?
       'A' The loss of the four rows after the first step.
       'B' The loss of one row, the first in the batch.
       'C' The mean of the losses before and after the first step.
       'D' The loss of the four rows at the start, before any step.
   (5) N = 1000. What is the first loss now?
       'A' The loss of the 1000 rows at the start, before any step.
       'B' A mean over the 1000 rows, each with the parameters that its
           batch met: a network that was another for every batch.
       'C' The loss of the 1000 rows after the last step of the epoch.
       'D' The loss of the last batch.
   (6) metrics=['accuracy'] counts yhat > 0.5 as a 1 and the rest as 0. A
       network whose parameters are all 0 sees the four rows of XOR. What
       is its accuracy, as a number from 0 to 1?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

epochs answer(void)
{
    return (epochs){
        .steps = {TODO, TODO, TODO},
        .last_rows = {TODO, TODO, TODO},
        .all_steps = {TODO, TODO, TODO},
        .one_batch = '?',
        .many_batches = '?',
        .all_half = TODO,
    };
}
