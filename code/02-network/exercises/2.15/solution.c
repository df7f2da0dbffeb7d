#include "answer.h"

deep_deltas answer(void)
{
    return (deep_deltas){
        .delta3 = -0.1476, /* (yhat - y) yhat (1 - yhat) */
        .delta2 = {-0.06546, 0.01224, 0.07351}, /* delta3 W3 h2 (1 - h2) */
        .delta1 = {0.01363, 0.01261, -0.01073}, /* sum, then h1 (1 - h1) */
        .dL_dW3_2 = -0.1341,  /* delta3 times h2 of unit 2 */
        .dL_dW2_13 = 0.01977, /* delta2 of unit 3 times h1 of unit 1 */
        .dL_dW1_21 = 0.02726, /* delta1 of unit 1 times x_2 */
    };
}
