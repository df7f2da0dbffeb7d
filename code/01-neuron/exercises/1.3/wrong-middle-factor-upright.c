/* rejected with: dz/dyhat is not dyhat/dz */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 0.1344,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
