/* rejected with: from which hidden unit does that weight lead */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.05540, -0.01905}, /* by 0.40 and 0.50 */
        .dL_dh = 0.04137,
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
