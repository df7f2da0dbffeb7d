/* rejected with: that is a step up the slope */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.05540, -0.01905},
        .dL_dh = 0.03635,
        .W2_first = {0.4411, 0.4887}, /* weight + lr delta h */
        .dL_dh_W2_first = 0.03023,
        .w = 0.149781,
        .w_W2_first = 0.149818,
    };
}
