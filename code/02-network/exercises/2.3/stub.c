/* Exercise 2.3, one step, three learning rates. The same N rows, the same
   network, the same step, written for three losses: half the sum of the
   squared errors, their mean (MSE), and half their mean.

   (1) With N = 10 rows someone trains on the MSE with learning rate 0.3.
       Which learning rate on half the sum makes the same step?
   (2) And which on half the mean?
   (3) Now the file holds each of its rows twice, and the learning rate
       stays as it is. The step of full-batch descent
       'A' stays as it is under half the sum and under the mean,
       'B' is twice as long under half the sum, and the same under the mean,
       'C' is the same under half the sum, and half as long under the mean,
       'D' is twice as long under both.
   (4) The chapter trains on half the sum over the four rows of XOR with
       learning rate 0.5. A library wants batches of 32 rows, so each row
       of XOR is put in eight times, and it takes the MSE over the 32.
       Which learning rate makes the chapter's step?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

one_step answer(void)
{
    return (one_step){
        .half_sum = TODO,
        .half_mean = TODO,
        .rows_twice = '?',
        .batch_of_32 = TODO,
    };
}
