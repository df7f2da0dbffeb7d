/* rejected with: dL_dh: that is past the sigmoid */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.06232, -0.02095},
        .dL_dh = 0.009954, /* dL_dz1 */
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
