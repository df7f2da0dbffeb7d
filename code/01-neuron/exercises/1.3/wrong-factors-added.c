/* rejected with: the three factors are added */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 6.954,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
