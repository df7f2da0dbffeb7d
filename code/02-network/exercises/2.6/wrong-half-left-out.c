/* rejected with: the half in front of the sum is left out */
#include "answer.h"

plateaus answer(void)
{
    return (plateaus){
        .p_a = 0.5,
        .loss_a = 0.5,
        .p_b = 0.6667,
        .loss_b = 0.6667, /* 2 * 1 / 3 */
        .p_c = 0.5,
        .loss_c = 0.25,
        .p_d = 0.4286,
        .loss_d = 0.8571,
        .where = 'B',
    };
}
