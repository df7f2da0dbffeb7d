/* rejected with: (d): that is none of the answers to choose from */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '+',
        .c = '+',
        .d = 0.0,
        .e = 0.0,
    };
}
