/* rejected with: the error alone does not decide */
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
