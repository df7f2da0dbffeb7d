/* rejected with: (a): that is a number; a sign */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = -1,
        .b = +1,
        .c = +1,
        .d = 0,
        .e = 0,
    };
}
