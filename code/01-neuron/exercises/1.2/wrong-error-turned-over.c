/* rejected with: all five say which way yhat has to go */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '+',
        .b = '+',
        .c = '-',
        .d = '+',
        .e = '0',
    };
}
