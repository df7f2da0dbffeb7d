/* rejected with: which does not decide alone */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '-',
        .c = '+',
        .d = '-',
        .e = '0',
    };
}
