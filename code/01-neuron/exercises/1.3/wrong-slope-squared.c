/* rejected with: that is the square of dL/dw */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 3.479,
        .as_yhat_nears_y = 'B',
        .times_slope = 0.08263,
    };
}
