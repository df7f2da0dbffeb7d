/* rejected with: is just a half; what does accuracy count */
#include "answer.h"

predictions answer(void)
{
    return (predictions){
        .unsure = {0.5, 0.5, 0.5, 0.5},
        .low = {0.01, 0.49, 0.99, 0.01},
        .high = {0.01, 1e-20, 0.99, 0.01},
        .most_right = 0.6931,
        .least_wrong = 0.1733,
    };
}
