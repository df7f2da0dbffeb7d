/* rejected with: sigmoid crossed on the way back to its bias */
#include "answer.h"

backward_pass answer(void)
{
    return (backward_pass){
        .h = {0.7311, 0.2689, 0.5},
        .z2 = -1.095,
        .yhat = 0.2507,
        .dL_dz2 = -0.1408,
        .dL_dz1 = {-0.05535, 0.08303, -0.01760},
        .dL_dW1 = {{-0.05535, 0.08303, -0.01760}, {0.0, 0.0, 0.0}},
        .dL_db1 = {-0.05535, 0.08303, -0.01760},
        .dL_dW2 = {-0.1029, -0.03786, -0.07038},
        .dL_db2 = -0.7493, /* yhat - y */
    };
}
