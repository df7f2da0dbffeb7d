#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,       /* 2 of 4 */
        .loss_a = 0.5,    /* 2 * 2 / 4, halved */
        .p_b = 0.6667,    /* 2 of 3 */
        .loss_b = 0.3333, /* 2 * 1 / 3, halved */
        .p_c = 0.5,       /* 1 of 2 */
        .loss_c = 0.25,   /* 1 * 1 / 2, halved */
        .p_d = 0.4286,    /* 3 of 7 */
        .loss_d = 0.8571, /* 3 * 4 / 7, halved */
        .where = 'B',
    };
}
