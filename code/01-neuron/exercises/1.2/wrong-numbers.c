/* rejected with: (d): that is a number; a sign */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '+',
        .c = '+',
        .d = 0,
        .e = 0,
    };
}
