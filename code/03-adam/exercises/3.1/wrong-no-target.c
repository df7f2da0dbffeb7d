/* rejected with: entropy_a: that is the prediction alone */
#include "answer.h"

both_slopes answer(void)
{
    return (both_slopes){
        .yhat_a = 0.7311,
        .yhat_b = 0.002473,
        .square_a = -0.05288,
        .entropy_a = 0.7311,
        .square_b = -0.002460,
        .entropy_b = -0.9975,
        .times = 6.25,
        .least_at = 0.5,
        .least = 4.0,
        .least_chapters = 1.0,
        .far_out = 'B',
    };
}
