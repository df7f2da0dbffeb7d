/* rejected with: that is a mean over the tied rows */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5,
        .p_b = 0.6667,
        .loss_b = 0.3333,
        .p_c = 0.5,
        .loss_c = 0.125, /* a row of the two */
        .p_d = 0.4286,
        .loss_d = 0.8571,
        .where = 'B',
    };
}
