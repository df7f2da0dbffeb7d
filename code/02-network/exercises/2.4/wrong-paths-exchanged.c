/* rejected with: are the two exchanged? */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {-0.02095, 0.06232}, /* through output 2, and 1 */
        .dL_dh = 0.04137,
        .W2_first = {0.4087, 0.5614},
        .dL_dh_W2_first = 0.03521,
        .w = 0.249751,
        .w_W2_first = 0.249788,
    };
}
