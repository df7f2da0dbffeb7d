/* rejected with: what becomes of a fraction whose denominator */
#include "answer.h"

upside_down answer(void)
{
    return (upside_down){
        .product = 3.479,
        .as_yhat_nears_y = 'A',
        .times_slope = 1.0,
    };
}
