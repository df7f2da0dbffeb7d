/* rejected with: (a): no factor of dL/dw vanishes */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '0',
        .b = '+',
        .c = '+',
        .d = '0',
        .e = '0',
    };
}
