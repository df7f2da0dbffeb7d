/* rejected with: the weight has a sign of its own */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 5.0 /* 1 * 2 + 3 */,
        .yhat = 0.9933,
        .L = 0.2672,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.1966,
        .dL_dw = 0.2875,
        .dL_db = 0.1437,
    };
}
