/* Exercise 3.5, the largest step that Adam can take. Exercise 3.4 was about
   the first steps. Long after them the corrections are 1, and with an
   epsilon too small to matter a step is m / sqrt(v), in units of the
   learning rate. Take beta1 = 0.9 and beta2 = 0.999, where nothing else is
   said.

   (1) The gradient of a parameter was 0 for many thousands of steps. Then
       one arrives, and after it another, equal to the first. How long is
       the second of these two steps?
   (2) The gradient has been the same number, above 0, for many thousands
       of steps. How long is each step now?
   (3) Find the gradients that make the step as long as it can be at all.
       By which factor does each have to be longer than the one before it,
       and how long is the step? Write m and v as sums over all gradients
       so far, and use the inequality of Cauchy and Schwarz,
       (sum of a_j b_j)^2 <= (sum of a_j^2) (sum of b_j^2),
       in which the two sides are equal where b_j is the same multiple of
       a_j for all j.
   (4) How long can a step be with beta1 = 0, which is the RMS stage?
   (5) And with beta1 = 0.9 and beta2 = 0.8?
       'A' Never longer than the learning rate: both averages forget fast.
       'B' Never longer than the step after a silence, as in (1).
       'C' It has a bound, again reached with growing gradients.
       'D' As long as you like: it has no bound.

   Four significant digits, and five for the factor; TODO and '?' stand for
   "not answered yet". */
#include "answer.h"

#include <math.h>

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = TODO,
        .steady = TODO,
        .growth = TODO,
        .longest = TODO,
        .without_m = TODO,
        .slow_m = '?',
    };
}
