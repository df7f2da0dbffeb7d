/* rejected with: that is none of the answers to choose from */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 3.479,
        .as_yhat_nears_y = 'E',
        .times_slope = 1.0,
    };
}
