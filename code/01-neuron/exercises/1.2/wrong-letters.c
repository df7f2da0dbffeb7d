/* rejected with: (a): that is none of the answers to choose from */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = 'n',
        .b = 'p',
        .c = 'p',
        .d = '0',
        .e = '0',
    };
}
