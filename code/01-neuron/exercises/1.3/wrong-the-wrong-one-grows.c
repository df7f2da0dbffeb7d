/* rejected with: you have the two the wrong way round */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 3.479,
        .as_yhat_nears_y = 'C',
        .times_slope = 1.0,
    };
}
