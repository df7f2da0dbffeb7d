/* rejected with: is the other one the output, too? */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = 0.7311,
        .L = 0.2672,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.5345,
        .dL_dw = 0.2875,
        .dL_db = 0.1437,
    };
}
