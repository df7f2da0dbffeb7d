/* rejected with: does the loss rise or fall as w is turned up */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = 0.7311,
        .L = 0.2672,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.1966,
        .dL_dw = -0.2875 /* the step, not the slope */,
        .dL_db = 0.1437,
    };
}
