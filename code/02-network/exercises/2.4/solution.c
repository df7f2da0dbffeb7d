#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.06232, -0.02095},  /* delta times weight, each */
        .dL_dh = 0.04137,             /* their sum */
        .W2_first = {0.4087, 0.5614}, /* weight - lr delta h */
        .dL_dh_W2_first = 0.03521,    /* by the new weights */
        .w = 0.249751,                /* w - lr dL_dh h (1 - h) x */
        .w_W2_first = 0.249788,       /* by the other dL_dh */
    };
}
