/* rejected with: a flat answer is not the cheapest */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5,
        .p_b = 1.0, /* as most rows want */
        .loss_b = 0.3333,
        .p_c = 0.5,
        .loss_c = 0.25,
        .p_d = 0.4286,
        .loss_d = 0.8571,
        .where = 'B',
    };
}
