/* Exercise 4.2, one logit, and two. Type four significant digits.

   (1) A network is to learn AND, whose targets y are 0, 0, 0 and 1. It has
       one logit z, and over it softmax in place of the sigmoid. What is the
       probability p of a row with z = -3?
   (2) The target of that row is 0. How much is dL/dz if L is the
       cross-entropy of softmax, which for one answer is -y log p? And if L
       is half the square, (p - y)^2 / 2?
   (3) A p above 0.5 counts as a 1, else as a 0. The network is trained on
       the four rows of AND for 1000 epochs, with either of these losses.
       What is its accuracy then, as a number from 0 to 1?
   (4) Another network has two logits, z = (0.6, -0.5), and the second
       answer is right. What are the probability of the first, the loss,
       and dL/dz of each logit?
   (5) Take the two logits for parameters, as the biases of the last layer
       are, and make one step of gradient descent with learning rate 0.4.
       How much is the first less the second now?
   (6) A single logit, 1.1, under a sigmoid, with the target 0, gives the
       same probability as (4), and has the same loss. It is a parameter, too. Which
       learning rate takes it in one step to where the difference of (5)
       has come?
   (7) Ten logits are parameters. They add up to 3.5. Gradient descent on
       the loss of one row, with learning rate 0.4, makes 1000 steps. What
       do the logits add up to now?
   (8) Which of these leaves the probabilities of ten answers as they are,
       whatever the logits?
       'A' Each logit is doubled.
       'B' Each logit changes its sign.
       'C' Each logit is replaced by its own probability.
       'D' Each logit is replaced by the logarithm of its probability.
   (9) A common mistake: two logits go through softmax, and the loss takes
       their probabilities for logits and puts them through softmax once
       more. The network may learn what it likes: below which number does
       the loss of a row never fall?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

one_and_two answer(void)
{
    return (one_and_two){
        .one_p = TODO,
        .one_slope = TODO,
        .one_square = TODO,
        .one_accuracy = TODO,
        .two_p = TODO,
        .two_loss = TODO,
        .two_slope = {TODO, TODO},
        .difference = TODO,
        .rate = TODO,
        .sum = TODO,
        .same = '?',
        .twice = TODO,
    };
}
