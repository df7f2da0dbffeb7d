/* rejected with: delta3: the slope of the sigmoid has two factors */
#include "answer.h"

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = -0.2136,
        .delta2 = {-0.06546, 0.01224, 0.07351},
        .delta1 = {0.01363, 0.01261, -0.01073},
        .dL_dW3_2 = -0.1341,
        .dL_dW2_13 = 0.01977,
        .dL_dW1_21 = 0.02726,
    };
}
