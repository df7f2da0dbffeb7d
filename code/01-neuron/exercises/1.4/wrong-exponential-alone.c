/* rejected with: that is e^-z in terms of a */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.1 / 0.9,
        .second = -0.072,
        .steepest = 0.0,
    };
}
