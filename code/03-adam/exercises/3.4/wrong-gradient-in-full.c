/* rejected with: takes in a share of the gradient; which */
#include "answer.h"

first_steps answer(void)
{
    return (first_steps){
        .first_small = 1.0,
        .first_large = -1.0,
        .equal = 1.0,
        .opposite = -0.05263,
        .ten_times = 0.8071,
        .none = 0.6701,
        .uncorrected = 3.162,
        .momentum = 1.0,
    };
}
