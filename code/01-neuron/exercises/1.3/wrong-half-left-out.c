/* rejected with: is the slope of the loss taken without */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 1.739,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
