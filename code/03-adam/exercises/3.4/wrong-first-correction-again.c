/* rejected with: corrected as if it were the first step */
#include "answer.h"

first_steps answer(void)
{
    return (first_steps){
        .first_small = 1.0,
        .first_large = -1.0,
        .equal = 1.0,
        .opposite = -0.05263,
        .ten_times = 1.084, /* 1.09 / (10 root of 0.1010) */
        .none = 0.6701,
        .uncorrected = 3.162,
        .momentum = 0.1,
    };
}
