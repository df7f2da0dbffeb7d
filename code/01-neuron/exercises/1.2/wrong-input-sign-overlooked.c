/* rejected with: (b): the input is negative */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '-',
        .c = '+',
        .d = '0',
        .e = '0',
    };
}
