/* rejected with: momentum: that is with the usual beta, as */
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
        .uncorrected = 2.0,
        .momentum = 0.1,
    };
}
