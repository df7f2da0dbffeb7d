/* rejected with: that is the slope by a; by z, one more factor */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.8,
        .steepest = 0.0,
    };
}
