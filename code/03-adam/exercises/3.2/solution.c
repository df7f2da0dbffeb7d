#include "answer.h"

entropy_plateaus answer(void)
{
    return (entropy_plateaus){
        .p_a = 0.5,       /* 2 of 4 */
        .loss_a = 0.6931, /* (2 log 2 + 2 log 2) / 4 */
        .p_b = 0.6667,    /* 2 of 3 */
        .loss_b = 0.4774, /* (2 log 3/2 + log 3) / 4 */
        .p_c = 0.5,       /* 1 of 2 */
        .loss_c = 0.3466, /* (log 2 + log 2) / 4 */
        .p_d = 0.25,      /* 1 of 4 */
        .loss_d = 0.5623, /* (log 4 + 3 log 4/3) / 4 */
        .moves = 'C',
    };
}
