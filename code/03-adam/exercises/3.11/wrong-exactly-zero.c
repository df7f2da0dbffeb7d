/* rejected with: high: the prediction for row 01 is 0; a sigmoid */
#include "answer.h"

predictions answer(void)
{
    return (predictions){
        .unsure = {0.499, 0.501, 0.501, 0.499},
        .low = {0.01, 0.49, 0.99, 0.01},
        .high = {0.01, 0.0, 0.99, 0.01},
        .most_right = 0.6931,
        .least_wrong = 0.1733,
    };
}
