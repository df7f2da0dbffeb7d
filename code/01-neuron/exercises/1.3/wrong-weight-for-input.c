/* rejected with: the factor dw/dz is not w */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = -6.957,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
