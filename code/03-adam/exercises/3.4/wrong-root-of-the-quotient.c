/* rejected with: the root is taken of v alone */
#include "answer.h"

first_steps answer(void)
{
    return (first_steps){
        .first_small = 1.0,
        .first_large = -1.0,
        .equal = 1.0,
        .opposite = -0.1111,
        .ten_times = 0.8422,
        .none = 0.6301,
        .uncorrected = 4.472,
        .momentum = 0.2,
    };
}
