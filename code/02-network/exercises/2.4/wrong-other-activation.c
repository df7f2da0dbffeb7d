/* rejected with: that is the activation of the other hidden unit */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.06232, -0.02095},
        .dL_dh = 0.04137,
        .W2_first = {0.4089, 0.5613}, /* by h of unit 1 */
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
