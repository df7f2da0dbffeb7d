/* rejected with: dw/dz is not dz/dw */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 13.91,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
