/* rejected with: that is the derivative by h1; between */
#include "answer.h"

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = -0.1476,
        .delta2 = {-0.06546, 0.01224, 0.07351},
        .delta1 = {0.06932, 0.1799, -0.1022},
        .dL_dW3_2 = -0.1341,
        .dL_dW2_13 = 0.01977,
        .dL_dW1_21 = 0.02726,
    };
}
