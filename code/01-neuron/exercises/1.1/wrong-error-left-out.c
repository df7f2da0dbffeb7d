/* rejected with: this is how yhat moves with w */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = 0.7311,
        .L = 0.2672,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.1966,
        .dL_dw = 0.3932,
        .dL_db = 0.1437,
    };
}
