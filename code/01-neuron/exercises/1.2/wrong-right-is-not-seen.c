/* rejected with: (e): how far is the prediction */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '-',
        .b = '+',
        .c = '+',
        .d = '0',
        .e = '-',
    };
}
