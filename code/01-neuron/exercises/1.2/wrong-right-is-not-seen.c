/* rejected with: (e): look again at all three factors */
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
