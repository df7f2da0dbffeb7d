/* rejected with: that is in logarithms to base ten; the */
#include "answer.h"

entropy_plateaus answer(void)
{
    return (entropy_plateaus){
        .p_a = 0.5,
        .loss_a = 0.6931,
        .p_b = 0.6667,
        .loss_b = 0.2073, /* 0.4774 / log 10 */
        .p_c = 0.5,
        .loss_c = 0.3466,
        .p_d = 0.25,
        .loss_d = 0.5623,
        .moves = 'C',
    };
}
