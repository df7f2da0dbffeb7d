/* rejected with: loss_b: twice as large; is the half in front of the sum */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5, /* 2 * 2 / 4, halved */
        .p_b = 0.6667,
        .loss_b = 0.6667,
        /* 2 * 1 / 3 */ /* 2 * 1 / 3, halved */
        .p_c = 0.5,
        .loss_c = 0.25, /* 1 * 1 / 2, halved */
        .p_d = 0.4286,
        .loss_d = 0.8571, /* 3 * 4 / 7, halved */
        .where = 'B',
    };
}
