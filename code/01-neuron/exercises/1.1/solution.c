#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,           /* w x + b */
        .yhat = 0.7311,     /* sigmoid(z) */
        .L = 0.2672,        /* (yhat - y)^2 / 2 */
        .dL_dyhat = 0.7311, /* yhat - y */
        .dyhat_dz = 0.1966, /* yhat (1 - yhat) */
        .dL_dw = 0.2875,    /* dL_dyhat dyhat_dz x */
        .dL_db = 0.1437,    /* dL_dyhat dyhat_dz */
    };
}
