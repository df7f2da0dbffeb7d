/* rejected with: round at the end only */
#include "answer.h"

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = 0.7311,
        .L = 0.2665, /* 0.73 squared, halved */
        .dL_dyhat = 0.73,
        .dyhat_dz = 0.1971,
        .dL_dw = 0.2878,
        .dL_db = 0.1439,
    };
}
