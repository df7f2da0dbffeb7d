/* rejected with: that is a count of rows */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5,    /* 2 * 2 / 4, halved */
        .p_b = 2.0,       /* with the target 1 */
        .loss_b = 0.3333, /* 2 * 1 / 3, halved */
        .p_c = 0.5,
        .loss_c = 0.25, /* 1 * 1 / 2, halved */
        .p_d = 0.4286,
        .loss_d = 0.8571, /* 3 * 4 / 7, halved */
        .where = 'B',
    };
}
