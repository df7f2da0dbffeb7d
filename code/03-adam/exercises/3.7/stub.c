/* Exercise 3.7, without the bias correction. uncorrected_step is Adam
   without its correction: m over the root of v, both as they are. Say that
   a parameter has the same gradient g in every step, not 0, that epsilon
   is negligible, and that beta1 is 0.9 and beta2 is 0.999. Find the size
   of step t by formula; then, in units of the learning rate and to four
   significant digits,

   (1) how long is the first step?
   (2) Which step is the longest? (Its number t, 1 for the first.)
   (3) How long is it?
   (4) What does the length tend to as t grows?
   (5) Now with the correction of both averages. How do the lengths of its
       steps go over t, and what does the correction do to the first ones?
       'A' They rise from near 0 to the learning rate, as m does; the
           correction lengthens the first ones, but not to the full.
       'B' All are the learning rate; the correction lengthens the first
           ones, since it divides m by a number below 1.
       'C' All are the learning rate; the correction shortens the first
           ones, since it enlarges the root of v more than m.
       'D' They fall from many times the learning rate to once; the
           correction lengthens the first ones, since it enlarges m.
   (6) Somebody corrects m and forgets v. How long is the first step?

   TODO and '?' stand for "not answered yet". */
#include "answer.h"

#include <math.h>

uncorrected answer(void)
{
    return (uncorrected){
        .first = TODO,
        .largest_at = TODO,
        .largest = TODO,
        .tends_to = TODO,
        .corrected = '?',
        .m_alone = TODO,
    };
}
