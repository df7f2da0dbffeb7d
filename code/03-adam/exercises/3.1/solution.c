#include "answer.h"

both_slopes answer(void)
{
    return (both_slopes){
        .yhat_a = 0.7311,
        .yhat_b = 0.002473,
        .square_a = -0.05288,  /* (0.7311 - 1) 0.7311 (1 - 0.7311) */
        .entropy_a = -0.2689,  /* 0.7311 - 1 */
        .square_b = -0.002460, /* (0.002473 - 1) 0.002473 0.9975 */
        .entropy_b = -0.9975,  /* 0.002473 - 1 */
        .times = 6.25,         /* 1 / (0.2 (1 - 0.2)) */
        .least_at = 0.5,       /* where yhat (1 - yhat) is largest */
        .least = 4.0,          /* 1 / (1/2 1/2) */
        .least_chapters = 1.0, /* a quarter of that */
        .far_out = 'B',
    };
}
