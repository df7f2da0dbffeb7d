/* Exercise 1.7, a sigmoid that survives. The chapter's sigmoid overflows
   on the way for z below -709.78, and is saved only because 1 / infinity
   is 0; between there and -745.1 the 0 is wrong, since e^z is still a
   double above 0. Write a sigmoid in which nothing overflows, from
   z = -1000 to z = 1000, and which is right to the last few bits at
   z = -740, -40 and everywhere else. NaN in, NaN out. */
#include "answer.h"

#include <math.h>

double sigmoid_safe(double z)
{
    (void)z;     /* only so that the compiler does not mind */
    return TODO; /* not answered yet */
}
