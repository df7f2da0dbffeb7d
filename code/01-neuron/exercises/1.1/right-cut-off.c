/* Five digits, the fifth cut off instead of rounded. */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){1,      .73105, .26721, 1 / 1.36787,
                      .19661, .28745, .14372};
}
