/* rejected with: (c): is the prediction too low or too high */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '+',
        .c = '-',
        .d = '0',
        .e = '0',
    };
}
