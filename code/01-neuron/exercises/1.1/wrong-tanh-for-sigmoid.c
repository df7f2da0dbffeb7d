/* rejected with: that is tanh, another curve */
#include "answer.h"

#include <math.h>

one_pass answer(void)
{
    return (one_pass){
        .z = 1.0,
        .yhat = tanh(1.0),
        .L = 0.2672,
        .dL_dyhat = 0.7311,
        .dyhat_dz = 0.1966,
        .dL_dw = 0.2875,
        .dL_db = 0.1437,
    };
}
