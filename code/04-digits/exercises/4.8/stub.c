/* Exercise 4.8, steps and batches. 1437 rows are trained on, in batches of
   64 in place of 32. As in the chapter, a step follows the mean gradient of
   its batch, and the last batch of an epoch has the rows that are left.
   Type four significant digits where a number is not whole.

   (1) How many steps are made in 40 epochs? In batches of 32 an epoch makes
       45 steps; how many whole epochs are needed, at the least, for as many
       steps as those make in 40?
   (2) How many times as much does the gradient of a row in the last batch
       of an epoch weigh in its step as that of a row in another batch does
       in its own?
   (3) In some epoch the mean loss of the last batch is 1.3, and that of
       each other batch is 0.2. What is the mean of the batches' losses,
       and what is the mean of the rows' losses?
   (4) The rows are shuffled before each epoch. In how many of the 40 epochs
       does a row stand in the last batch, on average?
   (5) Say that each row of a batch is drawn from all rows, independently of
       the others, so that a batch may have one twice. Some entry of the
       gradient has the standard deviation 0.006 from one batch of 32 to
       another. How much is it with batches of 64? With which size of a
       batch is it 0.002?
   (6) The batch is made twice as large. By what does that multiply
       - the multiplications that the passes of a step make;
       - those that the passes of an epoch make, of all rows, each once;
       - the mean, over all batches that may be drawn, of a step's gradient;
       - the same, if the loss of a batch is the sum over its rows, and not
         the mean?

   TODO stands for "not answered yet". */
#include "answer.h"

#include <math.h>

batches answer(void)
{
    return (batches){
        .steps = TODO,
        .epochs = TODO,
        .last_weight = TODO,
        .batch_mean = TODO,
        .row_mean = TODO,
        .short_epochs = TODO,
        .noise = TODO,
        .batch = TODO,
        .per_step = TODO,
        .per_epoch = TODO,
        .expected = TODO,
        .summed = TODO,
    };
}
