/* rejected with: all five are alike */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '+',
        .b = '+',
        .c = '+',
        .d = '+',
        .e = '+',
    };
}
