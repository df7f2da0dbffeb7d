/* rejected with: that runs down a column of W2; which */
#include "answer.h"

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = -0.1476,
        .delta2 = {-0.06546, 0.01224, 0.07351},
        .delta1 = {-0.003231, 0.02091, -0.02082},
        .dL_dW3_2 = -0.1341,
        .dL_dW2_13 = 0.01977,
        .dL_dW1_21 = 0.02726,
    };
}
