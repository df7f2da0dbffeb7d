/* rejected with: what is the slope of the output's sum in h */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.08267, -0.02274}, /* delta h */
        .dL_dh = 0.04137,
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
