/* rejected with: A column belongs to an output */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.07617, -0.01714}, /* by 0.55 and 0.45 */
        .dL_dh = 0.04137,
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
