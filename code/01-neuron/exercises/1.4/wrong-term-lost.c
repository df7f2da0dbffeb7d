/* rejected with: differentiate a and its square */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.162,
        .steepest = 0.0,
    };
}
