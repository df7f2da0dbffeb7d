/* rejected with: dyhat/dL is not dL/dyhat */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 1.859,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
