/* Exercise 4.4, the Jacobian's rows. Row i, column j of the Jacobian of
   softmax is dp_i/dz_j: how the probability of answer i changes as the
   logit of answer j does. On some row of data the three answers of a
   network have the probabilities p = (0.1, 0.6, 0.3). Type four significant
   digits; [0], [1] and [2] are for the first, the second and the third.

   (1) How much are dp_2/dz_2 and dp_1/dz_2?
   (2) In another network, of four answers, the first row of the Jacobian
       is (0.16, -0.1, -0.04, ?). Which number is missing? The first answer
       has a probability below a half: which?
   (3) Back at p = (0.1, 0.6, 0.3), all three logits move at once, by t, 2t
       and -t, with a very small t. How far does each probability move, in
       units of t?
   (4) Ten answers have probabilities of which three have come out as 0. In
       how many directions that do not depend on each other can nudges of
       the logits move the ten probabilities?
   (5) The third answer is right, and L is the cross-entropy, -log p_3. How
       much is dL/dp_3? Multiply a row of the Jacobian by it: how much are
       the three dL/dz?
   (6) Now L is half the sum of the squares of p - y, over the three
       answers, where y is (0, 0, 1). How much are the three dL/dz?
   (7) The network gets sure of the second answer, so p_2 goes to 1; but the
       third is right. What does dL/dz_3 go to, with either loss?
       'A' To -1 with both.
       'B' To -1 with cross-entropy, to 0 with squares.
       'C' It falls without bound with cross-entropy, and goes to -1 with
           squares.
       'D' To 0 with both, since the entries of the Jacobian do.

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

jacobian answer(void)
{
    return (jacobian){
        .own = TODO,
        .other = TODO,
        .missing = TODO,
        .p_first = TODO,
        .moved = {TODO, TODO, TODO},
        .directions = TODO,
        .dL_dp = TODO,
        .dL_dz = {TODO, TODO, TODO},
        .square = {TODO, TODO, TODO},
        .sure = '?',
    };
}
