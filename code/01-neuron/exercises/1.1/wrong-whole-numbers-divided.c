/* rejected with: a whole number by a larger one is nothing */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = 0.7311,
        .L = 1 / 2 * 0.7311 * 0.7311,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.1966,
        .dL_dw = 0.2875,
        .dL_db = 0.1437,
    };
}
