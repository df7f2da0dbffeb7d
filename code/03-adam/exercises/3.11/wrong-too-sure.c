/* rejected with: what does a row cost that is barely right? */
#include "answer.h"

predictions answer(void)
{
    return (predictions){
        .unsure = {0.4, 0.6, 0.6, 0.4},
        .low = {0.01, 0.49, 0.99, 0.01},
        .high = {0.01, 1e-20, 0.99, 0.01},
        .most_right = 0.6931,
        .least_wrong = 0.1733,
    };
}
