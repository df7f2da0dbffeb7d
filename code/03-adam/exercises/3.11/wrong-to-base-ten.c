/* rejected with: least_wrong: the logarithm is the natural one, and */
#include "answer.h"

#include <math.h>

predictions answer(void)
{
    return (predictions){
        .unsure = {0.499, 0.501, 0.501, 0.499},
        .low = {0.01, 0.49, 0.99, 0.01},
        .high = {0.01, 1e-20, 0.99, 0.01},
        .most_right = 0.6931,
        .least_wrong = log10(2) / 4,
    };
}
