/* rejected with: that slope belongs to the unit of the first layer */
#include "answer.h"

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = -0.1476,
        .delta2 = {-0.05802, 0.01034, 0.03098},
        .delta1 = {0.01363, 0.01261, -0.01073},
        .dL_dW3_2 = -0.1341,
        .dL_dW2_13 = 0.01977,
        .dL_dW1_21 = 0.02726,
    };
}
