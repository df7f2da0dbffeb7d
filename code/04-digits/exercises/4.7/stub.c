/* Exercise 4.7, shapes. A network has 64 inputs, two hidden layers of 32
   and 16 units, and 10 logits: 64-32-16-10. It is laid out as the chapter's
   are, and every unit of its three layers has a bias. [0], [1] and [2] are
   for layer 1, 2 and 3.

   (1) How many rows and columns has W of each layer, how many numbers are
       in its b, and how many in its delta, for one row of data?
   (2) How many parameters has the network?
   (3) Another hidden layer of 16 units is put between the one of 16 and the
       logits. How many parameters more are there?
   (4) Without that layer again. In a forward pass of one row every
       activation is multiplied by every weight that it meets. How many
       multiplications are these? The backward pass multiplies activations
       by deltas, for each dL/dW, and weights by deltas, on the way to the
       deltas of the layer before, where these are needed. How many
       multiplications are these two kinds together? (Leave out what the
       slopes of the units are multiplied by.)
   (5) Which activations has the backward pass of one row to know, when the
       deltas of layer 3 are there: how many numbers? How many, if 32 rows
       go forward together, and then back together? And if, of the 32, each
       goes back before the next one goes forward?
   (6) 20 rows go through together, a row of A0, A1 and A2 for each, and of
       delta1, delta2 and delta3. Which product of matrices is dL/dW of
       layer 2? (T for transposed.)
       'A' delta2 A1^T
       'B' delta2^T A1
       'C' A2^T delta2
       'D' A1^T delta2

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

shapes answer(void)
{
    return (shapes){
        .rows = {TODO, TODO, TODO},
        .columns = {TODO, TODO, TODO},
        .biases = {TODO, TODO, TODO},
        .deltas = {TODO, TODO, TODO},
        .parameters = TODO,
        .more = TODO,
        .forward = TODO,
        .backward = TODO,
        .kept = TODO,
        .together = TODO,
        .in_turn = TODO,
        .product = '?',
    };
}
