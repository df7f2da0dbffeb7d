/* rejected with: this is dL/dw itself */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 0.2875,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
