#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.05540, -0.01905},  /* delta times weight, each */
        .dL_dh = 0.03635,             /* their sum */
        .W2_first = {0.3589, 0.5113}, /* weight - lr delta h */
        .dL_dh_W2_first = 0.03023,    /* by the new weights */
        .w = 0.149781,                /* w - lr dL_dh h (1 - h) x */
        .w_W2_first = 0.149818,       /* by the other dL_dh */
    };
}
