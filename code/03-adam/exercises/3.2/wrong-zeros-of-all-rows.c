/* rejected with: a share, but of which target */
#include "answer.h"

entropy_plateaus answer(void)
{
    return (entropy_plateaus){
        .p_a = 0.5,
        .loss_a = 0.6931,
        .p_b = 0.25, /* 1 of 4 */
        .loss_b = 0.4774,
        .p_c = 0.5,
        .loss_c = 0.3466,
        .p_d = 0.25,
        .loss_d = 0.5623,
        .moves = 'C',
    };
}
