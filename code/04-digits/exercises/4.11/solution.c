#include "answer.h"

kink answer(void)
{
    return (kink){
        .left = 0.0,
        .right = 1.0,
        .central = 0.5,    /* (nudge - 0) / (2 nudge) */
        .error_of_0 = 1.0, /* 0.5 / 0.5 */
        .error_of_1 = 0.5, /* 0.5 / 1 */
        .above = 0.625,    /* (0.005 - 0) / 0.008 */
        .below = 0.375,    /* (0.003 - 0) / 0.008 */
        .largest = 0.001,
        .leaky = 0.6,  /* (1 + 0.2) / 2 */
        .dL_dw = 0.04, /* 0.2 0.9 - 0.1 1.4 */
        .dL_db = 0.1,  /* 0.2 - 0.1 */
        .rows_above = 0.0,
        .back = 'C',
        .moves = 'B',
        .share = 0.6224, /* 1500 / 2410 */
    };
}
