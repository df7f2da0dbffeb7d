/* rejected with: that is the slope of tanh */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 1 - 0.9 * 0.9,
        .second = -0.072,
        .steepest = 0.0,
    };
}
