/* Exercise 3.1, both output gradients. An output neuron has the logit z,
   the prediction yhat = sigmoid(z) and the target y. Take dL/dz of two
   losses: half the square of the error, (yhat - y)^2 / 2, and the
   cross-entropy, -(y log yhat + (1 - y) log(1 - yhat)).

   (1) How much are yhat and both slopes at
         (a) z = 1, y = 1;
         (b) z = -6, y = 1?
       Four significant digits.
   (2) At yhat = 0.2, how many times as steep as half the square is the
       cross-entropy, whatever the target?
   (3) At which yhat is that number least, and how much is it there?
   (4) Chapter 2 adds up half the squares of the four rows of XOR, this
       chapter takes the mean of their cross-entropies. Take dL/dz of one
       row under both: what is the least number of times now?
   (5) The target is 1, and z falls further and further below 0. Then
       'A' both slopes go to 0,
       'B' that of half the square goes to 0, the cross-entropy's to -1,
       'C' that of half the square goes to 0, and the cross-entropy's
           falls without bound, as the cross-entropy itself rises,
       'D' both go to -1.

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

both_slopes answer(void)
{
    return (both_slopes){
        .yhat_a = TODO,
        .yhat_b = TODO,
        .square_a = TODO,
        .entropy_a = TODO,
        .square_b = TODO,
        .entropy_b = TODO,
        .times = TODO,
        .least_at = TODO,
        .least = TODO,
        .least_chapters = TODO,
        .far_out = '?',
    };
}
