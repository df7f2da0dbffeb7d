/* rejected with: (d): what does z do there */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '+',
        .c = '+',
        .d = '-',
        .e = '0',
    };
}
