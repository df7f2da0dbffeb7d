/* Exercise 3.11, accuracy is not loss. Accuracy counts yhat > 0.5 as a 1
   and the rest as 0, and says how many of the rows of XOR are right. The
   loss is the mean cross-entropy. Keras's run in the notebook ended with
   the predictions 0.2522, 0.6163, 0.8094, 0.3499: accuracy 4 of 4, loss
   0.3542. Type predictions for the rows 00, 01, 10, 11 (targets 0, 1, 1,
   0), each above 0 and below 1, as an output of a sigmoid is,

   (1) with accuracy 4 of 4 and a loss above 0.69;
   (2) with accuracy 3 of 4 and a loss below that of the notebook's run;
   (3) with accuracy 3 of 4 and a loss above 10.

   And to four significant digits:

   (4) What is the smallest upper bound of the losses with accuracy 4 of
       4?
   (5) What is the greatest lower bound of those with accuracy 3 of 4?

   TODO stands for "not answered yet". */
#include "answer.h"

#include <math.h>

predictions answer(void)
{
    return (predictions){
        .unsure = {TODO, TODO, TODO, TODO},
        .low = {TODO, TODO, TODO, TODO},
        .high = {TODO, TODO, TODO, TODO},
        .most_right = TODO,
        .least_wrong = TODO,
    };
}
