/* Typed as fractions, with a small letter. */
#include "answer.h"

one_step answer(void)
{
    one_step a = {3 / 10.0 * 2 / 10, 3 / 10.0 / (1.0 / 2), 'b',
                  1.0 / 2 * 4 / 2};
    return a;
}
