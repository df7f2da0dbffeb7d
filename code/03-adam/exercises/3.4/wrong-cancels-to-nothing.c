/* rejected with: the averages remember the first */
#include "answer.h"

first_steps answer(void)
{
    return (first_steps){
        .first_small = 1.0,
        .first_large = -1.0,
        .equal = 1.0,
        .opposite = 0.0, /* g - g */
        .ten_times = 0.8071,
        .none = 0.6701,
        .uncorrected = 3.162,
        .momentum = 0.1,
    };
}
