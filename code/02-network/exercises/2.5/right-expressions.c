/* Typed as they were counted, with letters of the other size. */
#include "answer.h"

enum { INPUTS = 2, HIDDEN = 3 };

clones answer(void)
{
    clones a = {'d', 1 + 1 + 1 + 1, INPUTS + 1 + 1 + 1, 'c', 'Y', 0, 0};
    a.zero_row = INPUTS * HIDDEN + HIDDEN;
    a.zero_batch = a.zero_row + HIDDEN + 1;
    return a;
}
