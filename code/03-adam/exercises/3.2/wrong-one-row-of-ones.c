/* rejected with: that is one row with the target one */
#include "answer.h"

#include <math.h>

entropy_plateaus answer(void)
{
    return (entropy_plateaus){
        .p_a = 0.5,
        .loss_a = 0.6931,
        .p_b = 0.6667,
        .loss_b = log(1.5),
        .p_c = 0.5,
        .loss_c = 0.3466,
        .p_d = 0.25,
        .loss_d = 0.5623,
        .moves = 'C',
    };
}
