/* rejected with: which way yhat goes with w; asked */
#include "answer.h"

five_signs answer(void)
{
    return (five_signs){
        .a = '+',
        .b = '-',
        .c = '+',
        .d = '0',
        .e = '-',
    };
}
