/* rejected with: which of yhat and y is subtracted */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = -3.479,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
