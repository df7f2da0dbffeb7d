/* rejected with: all five are which way a step would go */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '+',
        .b = '-',
        .c = '-',
        .d = '0',
        .e = '0',
    };
}
