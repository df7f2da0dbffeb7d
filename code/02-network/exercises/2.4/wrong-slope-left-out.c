/* rejected with: crosses the sigmoid of the hidden unit */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.05540, -0.01905},
        .dL_dh = 0.03635,
        .W2_first = {0.3589, 0.5113},
        .dL_dh_W2_first = 0.03023,
        .w = 0.149091, /* w - lr dL_dh x */
        .w_W2_first = 0.149818,
    };
}
