/* rejected with: can a row cost without end */
#include "answer.h"

#include <math.h>

predictions answer(void)
{
    return (predictions){
        .unsure = {0.499, 0.501, 0.501, 0.499},
        .low = {0.01, 0.49, 0.99, 0.01},
        .high = {0.01, 1e-20, 0.99, 0.01},
        .most_right = INFINITY,
        .least_wrong = 0.1733,
    };
}
