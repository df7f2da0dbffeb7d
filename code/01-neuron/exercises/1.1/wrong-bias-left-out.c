/* rejected with: z: the bias is left out */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = -2.0,
        .yhat = 0.1192,
        .L = 0.0071,
        .dL_dyhat = 0.1192,
        .dyhat_dz = 0.1050,
        .dL_dw = 0.0250,
        .dL_db = 0.0125,
    };
}
