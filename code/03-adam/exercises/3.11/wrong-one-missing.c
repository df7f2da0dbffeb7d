/* rejected with: not answered yet: low, least_wrong */
#include "answer.h"

predictions answer(void)
{
    return (predictions){
        .unsure = {0.499, 0.501, 0.501, 0.499},
        .low = {0.01, TODO, 0.99, 0.01},
        .high = {0.01, 1e-20, 0.99, 0.01},
        .most_right = 0.6931,
        .least_wrong = TODO,
    };
}
