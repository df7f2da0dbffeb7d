/* rejected with: what does the way back meet on the link */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.1385, -0.03810}, /* the weights left out */
        .dL_dh = 0.04137,
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
