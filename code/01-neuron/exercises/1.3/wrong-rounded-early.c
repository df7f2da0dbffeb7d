/* rejected with: keep more of them on the way */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 3.47,
        .as_yhat_nears_y = 'B',
        .times_slope = 1.0,
    };
}
