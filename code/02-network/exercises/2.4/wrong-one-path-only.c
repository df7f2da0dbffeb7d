/* rejected with: the paths are added */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.05540, -0.01905},
        .dL_dh = 0.05540, /* the first path */
        .W2_first = {0.3589, 0.5113},
        .dL_dh_W2_first = 0.03023,
        .w = 0.149781,
        .w_W2_first = 0.149818,
    };
}
