/* rejected with: that is the share of the other target */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5,
        .p_b = 0.3333, /* 1 of 3 */
        .loss_b = 0.3333,
        .p_c = 0.5,
        .loss_c = 0.25,
        .p_d = 0.4286,
        .loss_d = 0.8571,
        .where = 'B',
    };
}
